/// The names of a tz database: zones, old names and where they lead, countries and their zones.
///
/// Read from the lists that every installation ships: `tzdata.zi`, `zone.tab` and `iso3166.tab`.
struct ZoneIndex: Sendable {
    /// Lower-case name to the modern one.
    private let modern: [String: String]
    /// ISO 3166 code to the zones of the country, as `zone.tab` orders them.
    let zonesOfCountry: [String: [String]]
    /// The folded English name of each country to its ISO 3166 code.
    let codeOfCountry: [String: String]
    /// Zone name to the country it lies in.
    let countryOfZone: [String: String]
    /// The last part of each place's name, folded: `sao paulo` to `America/Sao_Paulo`.
    let zoneOfCity: [String: String]
    /// Where the city of each zone of `zone.tab` lies, in degrees.
    let coordinates: [(zone: String, latitude: Double, longitude: Double)]

    init(read: (String) -> [UInt8]?) {
        var zonesOfCountry: [String: [String]] = [:]
        var places: Set<String> = []
        var coordinates: [(zone: String, latitude: Double, longitude: Double)] = []
        for line in Self.lines(read("zone.tab")) {
            let fields = line.split(separator: 0x09)
            guard fields.count >= 3, let name = Self.name(fields[2]) else { continue }
            zonesOfCountry[String(decoding: fields[0], as: UTF8.self), default: []].append(name)
            places.insert(name)
            if let (latitude, longitude) = Self.coordinates(fields[1]) {
                coordinates.append((name, latitude, longitude))
            }
        }
        var codeOfCountry: [String: String] = [:]
        for line in Self.lines(read("iso3166.tab")) {
            let fields = line.split(separator: 0x09)
            guard fields.count >= 2 else { continue }
            let name = ZoneDatabase.key(String(decoding: fields[1], as: UTF8.self))
            codeOfCountry[name] = String(decoding: fields[0], as: UTF8.self)
        }
        var modern: [String: String] = [:]
        for line in Self.lines(read("tzdata.zi")) {
            let fields = line.split(separator: 0x20, maxSplits: 3)
            if fields.count >= 2, fields[0].elementsEqual("Z".utf8), let name = Self.name(fields[1])
            {
                modern[name.lowercased()] = name
            } else if fields.count == 3, fields[0].elementsEqual("L".utf8),
                let target = Self.name(fields[1]), let name = Self.name(fields[2])
            {
                // A link that zone.tab lists is a place of its own that shares its clocks with another, such as
                // Europe/Vaduz; any other link is an old name.
                modern[name.lowercased()] = places.contains(name) ? name : target
            }
        }
        for name in places { modern[name.lowercased()] = name }
        for (old, new) in zoneRenamings where modern[new.lowercased()] != nil {
            modern[old.lowercased()] = new
        }
        // Abbreviations that happen to be file names mean different things to different people: `lookup` asks.
        for name in ["est", "mst", "hst", "cet", "eet", "met", "wet", "factory"] {
            modern[name] = nil
        }
        var countryOfZone: [String: String] = [:]
        for (country, zones) in zonesOfCountry {
            for zone in zones { countryOfZone[zone] = country }
        }
        var zoneOfCity: [String: String] = [:]
        for place in places {
            guard let city = place.split(separator: "/").last else { continue }
            zoneOfCity[ZoneDatabase.key(String(city))] = place
        }
        self.countryOfZone = countryOfZone
        self.zoneOfCity = zoneOfCity
        self.coordinates = coordinates
        self.modern = modern
        self.zonesOfCountry = zonesOfCountry
        self.codeOfCountry = codeOfCountry
    }

    var isEmpty: Bool { modern.isEmpty }

    func modernName(of name: String) -> String? {
        guard name.utf8.count <= 40 else { return nil }
        return modern[name.lowercased()]
    }

    private static func lines(_ bytes: [UInt8]?) -> [ArraySlice<UInt8>] {
        (bytes ?? []).split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }
    }

    /// `+404251-0740023` and `+4230+00131`: degrees, minutes and perhaps seconds, north and east.
    private static func coordinates(_ bytes: ArraySlice<UInt8>) -> (Double, Double)? {
        guard
            let split = bytes.dropFirst().firstIndex(where: {
                $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
            }), let latitude = degrees(bytes[..<split], digits: 2),
            let longitude = degrees(bytes[split...], digits: 3)
        else { return nil }
        return (latitude, longitude)
    }

    private static func degrees(_ bytes: ArraySlice<UInt8>, digits: Int) -> Double? {
        let rest = bytes.dropFirst()
        guard let sign = bytes.first, rest.count == digits + 2 || rest.count == digits + 4,
            let whole = Int(String(decoding: rest, as: UTF8.self))
        else { return nil }
        let seconds =
            rest.count == digits + 2
            ? whole / 100 * 3_600 + whole % 100 * 60
            : whole / 10_000 * 3_600 + whole / 100 % 100 * 60 + whole % 100
        return Double(sign == UInt8(ascii: "-") ? -seconds : seconds) / 3_600
    }

    /// A name that is safe to put into a path; the lists of a sane database hold no other.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String? {
        let isSafe = bytes.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || "_+-/".utf8.contains($0)
        }
        guard isSafe, !bytes.isEmpty, bytes.first != UInt8(ascii: "/") else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
