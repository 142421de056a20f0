/// A place that somebody shares, in degrees north and east.
struct TelegramLocation: Hashable, Sendable {
    var latitude: Double
    var longitude: Double

    init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (latitude, longitude) = (Double?.none, Double?.none)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "latitude": latitude = try json.double()
            case "longitude": longitude = try json.double()
            default: break
            }
        }
        guard let latitude, let longitude, abs(latitude) <= 90, abs(longitude) <= 180 else {
            throw .mismatch
        }
        self.init(latitude: latitude, longitude: longitude)
    }

    /// As people type it, to a hundredth of a degree: a kilometre is near enough for a time zone, and more is nobody's
    /// business.
    var typed: String { "\(Self.hundredths(latitude)),\(Self.hundredths(longitude))" }

    private static func hundredths(_ degrees: Double) -> String {
        let whole = Int((abs(degrees) * 100).rounded())
        let digits = String(whole % 100)
        let padded = digits.count < 2 ? "0" + digits : digits
        return (degrees < 0 ? "-" : "") + "\(whole / 100).\(padded)"
    }
}
