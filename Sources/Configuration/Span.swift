/// Lengths of time as configuration files write them: `7d`, `6 hours`, `90 min`.
enum Span {
    /// Seconds.
    static func seconds(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard digits.count <= 6, let number = Int(digits), number > 0 else { return nil }
        let unit = String(text.dropFirst(digits.count)).trimmed.lowercased()
        let seconds: Int? =
            switch unit {
            case "m", "min", "minute", "minutes": 60
            case "h", "hour", "hours": 3_600
            case "d", "day", "days": 86_400
            case "w", "week", "weeks": 604_800
            default: nil
            }
        return seconds.map { $0 * number }
    }

    /// The same as text, in the largest unit that leaves no rest.
    static func text(_ seconds: Int) -> String {
        for (unit, length) in [("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60)]
        where seconds % length == 0 {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }
}
