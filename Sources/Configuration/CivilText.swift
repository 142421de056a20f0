/// Days and times as configuration files write them: `2026-12-01`, `2026-12-01 18:00`.
enum CivilText: Equatable {
    /// Nothing that begins like a day; perhaps words.
    case other
    /// A whole day, and nothing after it.
    case day
    /// A day with a time, perhaps with an offset from UTC.
    case moment
    /// Begins like a day and goes on in words.
    case dayAndMore
    case impossible(String)

    init(_ text: String) {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        let digits = parts.map { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
        guard parts.map(\.count) == [4, 2, 2], let year = digits[0], let month = digits[1],
            let day = digits[2]
        else {
            self = .other
            return
        }
        if let impossible = Self.impossibleDay(year, month, day) {
            self = .impossible(impossible)
            return
        }
        self = Self.rest(text.dropFirst(10))
    }

    private static func rest(_ rest: Substring) -> CivilText {
        guard let separator = rest.first else { return .day }
        guard separator == " " || separator == "T" else { return .dayAndMore }
        var rest = String(rest.dropFirst()).trimmed[...]
        guard let (hour, minute) = clock(rest.prefix(5)) else { return .dayAndMore }
        guard hour < 24, minute < 60 else {
            return .impossible("there is no \(rest.prefix(5)) o'clock; write 00:00 to 23:59")
        }
        rest = rest.dropFirst(5)
        if rest.first == ":", rest.dropFirst().prefix(2).allSatisfy(\.isNumber) {
            rest = rest.dropFirst(3)
        }
        let offset = String(rest).trimmed
        if offset.isEmpty || offset == "Z" { return .moment }
        guard let sign = offset.first, "+-".contains(sign),
            let (hours, minutes) = clock(offset.dropFirst()), hours <= 14, minutes < 60
        else { return .dayAndMore }
        return .moment
    }

    /// `18:00` as numbers, which may be out of range.
    static func clock(_ text: Substring) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        return (hour, minute)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static func impossibleDay(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1...12).contains(month) else {
            let swapped =
                (1...12).contains(day) && (1...31).contains(month)
                ? "; did you mean \(iso(year, day, month))?" : ""
            return "there is no month \(month)\(swapped)"
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let last = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard (1...last).contains(day) else {
            return
                "there is no \(day) \(months[month - 1]) \(year); did you mean \(iso(year, month, day < 1 ? 1 : last))?"
        }
        return nil
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
