/// Names of countries beside those of `iso3166.tab`, in the languages of the bot, lower case and without accents.
let countryAliases: [String: String] = [
    "usa": "US", "u.s": "US", "u.s.a": "US", "united states of america": "US", "america": "US",
    "estados unidos": "US", "etats unis": "US", "eeuu": "US", "eua": "US",
    "uk": "GB", "u.k": "GB", "great britain": "GB", "united kingdom": "GB", "reino unido": "GB",
    "royaume uni": "GB", "brasil": "BR", "bresil": "BR", "espana": "ES", "espanha": "ES",
    "espagne": "ES", "francia": "FR", "franca": "FR", "alemania": "DE", "alemanha": "DE",
    "allemagne": "DE", "deutschland": "DE", "inde": "IN", "bharat": "IN", "भारत": "IN",
    "chine": "CN", "mexique": "MX", "canada": "CA", "italia": "IT", "italie": "IT",
    "argentine": "AR", "colombie": "CO", "colombia": "CO", "perou": "PE", "chili": "CL",
    "russie": "RU", "rusia": "RU", "south korea": "KR", "north korea": "KP", "vietnam": "VN",
    "czechia": "CZ", "turkiye": "TR", "holland": "NL", "the netherlands": "NL", "uae": "AE",
    "iran": "IR", "syria": "SY", "taiwan": "TW", "tanzania": "TZ", "bolivia": "BO",
    "venezuela": "VE", "the philippines": "PH", "ivory coast": "CI", "japao": "JP", "japon": "JP",
]

/// Where a country has several zones, the ones that most people of each mean, the one where most live first; others
/// appear only where they differ.
let principalZoneNames: [String] = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
    "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    "America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver",
    "America/Halifax", "America/St_Johns", "America/Regina",
    "America/Mexico_City", "America/Tijuana", "America/Hermosillo", "America/Cancun",
    "America/Sao_Paulo", "America/Manaus", "America/Rio_Branco", "America/Noronha",
    "America/Argentina/Buenos_Aires", "America/Santiago", "America/Guayaquil",
    "Europe/Madrid", "Europe/Lisbon", "Europe/Paris", "Europe/Berlin", "Europe/Moscow",
    "Europe/Kyiv", "Asia/Shanghai", "Asia/Kolkata", "Asia/Jakarta", "Asia/Makassar",
    "Asia/Jayapura", "Asia/Almaty", "Asia/Ulaanbaatar", "Asia/Ho_Chi_Minh", "Asia/Tashkent",
    "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin",
    "Australia/Perth", "Pacific/Auckland", "Africa/Kinshasa", "Asia/Nicosia",
]
