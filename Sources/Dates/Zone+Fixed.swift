extension Zone {
    /// A fixed distance from UTC, in seconds east; nil beyond 14 hours to the east and 12 to the west, where no place
    /// ever was.
    public init?(secondsEast offset: Int) {
        guard (-43_200...50_400).contains(offset), offset % 60 == 0 else { return nil }
        guard offset != 0 else {
            self = .utc
            return
        }
        let minutes = Int(offset.magnitude) / 60
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let clock = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
        let period = ZonePeriod(offset: offset, abbreviation: "UTC" + clock)
        self.init(name: "UTC" + clock, rules: ZoneRules(first: period))
    }

    /// Reads `UTC`, `Z`, `GMT+3`, `UTC+5:30`, `+0530`, `-03:00` or `AoE`, in any case; nil for anything else.
    init?(fixed text: String) {
        var reader = ByteReader([UInt8](text.lowercased().utf8))
        if text.utf8.count > 16 { return nil }
        switch text.lowercased() {
        case "aoe": self = .anywhereOnEarth
        case "utc", "gmt", "z", "zulu", "etc/utc", "utc0", "uct": self = .utc
        default:
            for prefix in ["utc", "gmt"] where text.lowercased().hasPrefix(prefix) {
                _ = reader.take(count: 3)
            }
            while reader.take(0x20) {}
            guard let offset = reader.offset() else { return nil }
            self.init(secondsEast: offset)
        }
    }
}

extension ByteReader {
    /// `+5`, `+05`, `+0530`, `+5:30`, to the end.
    fileprivate mutating func offset() -> Int? {
        let negative = take(UInt8(ascii: "-"))
        guard negative || take(UInt8(ascii: "+")) else { return nil }
        let start = position
        guard var hours = number() else { return nil }
        let digits = position - start
        var minutes = 0
        if digits > 2 {
            guard digits <= 4 else { return nil }
            (hours, minutes) = (hours / 100, hours % 100)
        } else if take(UInt8(ascii: ":")) {
            guard let value = number() else { return nil }
            minutes = value
        }
        guard isAtEnd, hours <= 14, minutes < 60 else { return nil }
        return (negative ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
