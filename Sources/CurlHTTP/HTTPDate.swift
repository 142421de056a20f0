extension HTTPResponse {
    /// When the server says that it answered, in seconds since 1970; nil where it does not say, or not in the form of
    /// RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.
    public var sentAt: Int? { header("Date").flatMap(HTTPDate.seconds) }
}

/// Reads IMF-fixdate, the one form in which servers write the time today.
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func seconds(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]),
            let month = months.firstIndex(of: String(words[2])), let year = Int(words[3]),
            (1...31).contains(day), (1970...9999).contains(year)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            (0...60).contains(clock[2])
        else { return nil }
        return days(year: year, month: month + 1, day: day) * 86_400
            + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }

    /// Days since 1970 of a date in the Gregorian calendar, by counting years from March (H. Hinnant, "chrono-compatible
    /// low-level date algorithms", days_from_civil).
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let fromMarch = (month + 9) % 12
        let year = month > 2 ? year : year - 1
        let (era, inEra) = (year / 400, year % 400)
        let ofYear = (153 * fromMarch + 2) / 5 + day - 1
        return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + ofYear - 719_468
    }
}
