/// One meaning of a zone's abbreviation: the zone, its country, and the distance from UTC that the letters stand for
/// (nil where they stand for summer and winter alike).
struct ZoneAbbreviation: Sendable {
    let zone: String
    let country: String
    let minutes: Int?

    init(_ zone: String, _ country: String, _ minutes: Int?) {
        self.zone = zone
        self.country = country
        self.minutes = minutes
    }
}

/// What people mean by the letters. Several rows: several meanings, told apart by the person's country or by asking.
let zoneAbbreviations: [String: [ZoneAbbreviation]] = [
    "ist": [
        .init("Asia/Kolkata", "IN", 330), .init("Europe/Dublin", "IE", 60),
        .init("Asia/Jerusalem", "IL", 120),
    ],
    "cst": [
        .init("America/Chicago", "US", -360), .init("Asia/Shanghai", "CN", 480),
        .init("America/Havana", "CU", -300),
    ],
    "bst": [.init("Europe/London", "GB", 60), .init("Asia/Dhaka", "BD", 360)],
    "cdt": [.init("America/Chicago", "US", -300), .init("America/Havana", "CU", -240)],
    "ast": [.init("America/Halifax", "CA", -240), .init("Asia/Riyadh", "SA", 180)],
    "gst": [.init("Asia/Dubai", "AE", 240)],
    "pst": [.init("America/Los_Angeles", "US", -480)],
    "sst": [.init("Pacific/Pago_Pago", "AS", -660)],
    "ect": [.init("America/Guayaquil", "EC", -300)],
    "pdt": [.init("America/Los_Angeles", "US", -420)],
    "pt": [.init("America/Los_Angeles", "US", nil)],
    "pacific": [.init("America/Los_Angeles", "US", nil)],
    "mst": [.init("America/Denver", "US", -420)],
    "mdt": [.init("America/Denver", "US", -360)],
    "mt": [.init("America/Denver", "US", nil)],
    "ct": [.init("America/Chicago", "US", nil)],
    "est": [.init("America/New_York", "US", -300)],
    "edt": [.init("America/New_York", "US", -240)],
    "et": [.init("America/New_York", "US", nil)],
    "eastern": [.init("America/New_York", "US", nil)],
    "akst": [.init("America/Anchorage", "US", -540)],
    "akdt": [.init("America/Anchorage", "US", -480)],
    "hst": [.init("Pacific/Honolulu", "US", -600)],
    "adt": [.init("America/Halifax", "CA", -180)],
    "nst": [.init("America/St_Johns", "CA", -210)],
    "ndt": [.init("America/St_Johns", "CA", -150)],
    "brt": [.init("America/Sao_Paulo", "BR", -180)],
    "art": [.init("America/Argentina/Buenos_Aires", "AR", -180)],
    "clt": [.init("America/Santiago", "CL", -240)],
    "clst": [.init("America/Santiago", "CL", -180)],
    "cot": [.init("America/Bogota", "CO", -300)],
    "pet": [.init("America/Lima", "PE", -300)],
    "vet": [.init("America/Caracas", "VE", -240)],
    "bot": [.init("America/La_Paz", "BO", -240)],
    "wet": [.init("Europe/Lisbon", "PT", 0)],
    "west": [.init("Europe/Lisbon", "PT", 60)],
    "cet": [.init("Europe/Paris", "FR", 60)],
    "cest": [.init("Europe/Paris", "FR", 120)],
    "eet": [.init("Europe/Athens", "GR", 120)],
    "eest": [.init("Europe/Athens", "GR", 180)],
    "msk": [.init("Europe/Moscow", "RU", 180)],
    "trt": [.init("Europe/Istanbul", "TR", 180)],
    "wat": [.init("Africa/Lagos", "NG", 60)],
    "cat": [.init("Africa/Maputo", "MZ", 120)],
    "sast": [.init("Africa/Johannesburg", "ZA", 120)],
    "eat": [.init("Africa/Nairobi", "KE", 180)],
    "pkt": [.init("Asia/Karachi", "PK", 300)],
    "npt": [.init("Asia/Kathmandu", "NP", 345)],
    "bdt": [.init("Asia/Dhaka", "BD", 360)],
    "ict": [.init("Asia/Bangkok", "TH", 420)],
    "wib": [.init("Asia/Jakarta", "ID", 420)],
    "sgt": [.init("Asia/Singapore", "SG", 480)],
    "hkt": [.init("Asia/Hong_Kong", "HK", 480)],
    "pht": [.init("Asia/Manila", "PH", 480)],
    "awst": [.init("Australia/Perth", "AU", 480)],
    "jst": [.init("Asia/Tokyo", "JP", 540)],
    "kst": [.init("Asia/Seoul", "KR", 540)],
    "acst": [.init("Australia/Adelaide", "AU", 570)],
    "acdt": [.init("Australia/Adelaide", "AU", 630)],
    "aest": [.init("Australia/Sydney", "AU", 600)],
    "aedt": [.init("Australia/Sydney", "AU", 660)],
    "nzst": [.init("Pacific/Auckland", "NZ", 720)],
    "nzdt": [.init("Pacific/Auckland", "NZ", 780)],
]

/// Abbreviations that a sentence may hold as ordinary words: they count only in capitals.
let zoneAbbreviationsThatAreWords: Set<String> = [
    "art", "bot", "cat", "ct", "eat", "eastern", "ect", "et", "mt", "pacific", "pet", "pt", "vet",
    "wat", "west", "wet", "cot",
]
