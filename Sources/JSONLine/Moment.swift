import FoundationEssentials

/// A moment as RFC 3339 in UTC, `2026-11-23T13:00:00Z`, worked out by hand: a formatter costs more than all the rest.
enum Moment {
    /// Seconds since 1970 from the year 1 to the end of 9999: what four digits can say.
    static let range = -62_135_596_800.0..<253_402_300_800.0
    /// From 1 March of the year 0 to 1970: years that begin in March have their leap day last.
    private static let epoch = 719_468

    /// Appends whole seconds, cut and not rounded, as Foundation has it.
    /// - Returns: false, and nothing appended, outside `range`.
    static func append(_ date: Date, to bytes: inout [UInt8]) -> Bool {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard range.contains(seconds) else { return false }
        let (day, second) = (Int(seconds) + epoch * 86_400)
            .quotientAndRemainder(dividingBy: 86_400)
        // Days to a civil date after Howard Hinnant; `range` lies after the epoch, so nothing here is negative.
        let (era, ofEra) = day.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let dayOfYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        bytes.append(UInt8(ascii: "\""))
        append(year / 100, to: &bytes)
        append(year % 100, then: "-", to: &bytes)
        append(month, then: "-", to: &bytes)
        append(dayOfYear - (153 * shifted + 2) / 5 + 1, then: "T", to: &bytes)
        append(second / 3600, then: ":", to: &bytes)
        append(second / 60 % 60, then: ":", to: &bytes)
        append(second % 60, then: "Z", to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        return true
    }

    private static func append(
        _ value: Int, then end: Unicode.Scalar? = nil, to bytes: inout [UInt8]
    ) {
        bytes.append(48 + UInt8(truncatingIfNeeded: value / 10))
        bytes.append(48 + UInt8(truncatingIfNeeded: value % 10))
        if let end { bytes.append(UInt8(ascii: end)) }
    }

    /// Reads what `append` writes, between its quotes, and fractions of a second besides.
    static func read(_ text: UnsafeRawBufferPointer) -> Date? {
        guard text.count >= 20, text[text.count - 1] == UInt8(ascii: "Z"),
            let century = pair(text, 0), let ofCentury = pair(text, 2, then: "-"),
            let month = pair(text, 5, then: "-"), let day = pair(text, 8, then: "T"),
            let hour = pair(text, 11, then: ":"), let minute = pair(text, 14, then: ":"),
            let second = pair(text, 17), let fraction = fraction(text),
            case let year = century * 100 + ofCentury, year >= 1,
            1...12 ~= month, 1...lastDay(of: month, in: year) ~= day,
            hour < 24, minute < 60, second < 60
        else { return nil }
        let shifted = month > 2 ? month - 3 : month + 9
        let (era, yearOfEra) = (month > 2 ? year : year - 1).quotientAndRemainder(dividingBy: 400)
        let dayOfYear = (153 * shifted + 2) / 5 + day - 1
        let days =
            era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - epoch
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    private static func lastDay(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func pair(
        _ text: UnsafeRawBufferPointer, _ start: Int, then end: Unicode.Scalar? = nil
    ) -> Int? {
        let tens = Int(text[start]) - 48
        let ones = Int(text[start + 1]) - 48
        guard 0...9 ~= tens, 0...9 ~= ones else { return nil }
        if let end, text[start + 2] != UInt8(ascii: end) { return nil }
        return tens * 10 + ones
    }

    /// What stands between the seconds and `Z`: nothing, or a point and up to 15 digits.
    private static func fraction(_ text: UnsafeRawBufferPointer) -> Double? {
        guard text.count > 20 else { return 0 }
        guard text[19] == UInt8(ascii: "."), 22...36 ~= text.count else { return nil }
        var value = 0
        var scale = 1
        for position in 20..<text.count - 1 {
            let digit = Int(text[position]) - 48
            guard 0...9 ~= digit else { return nil }
            value = value * 10 + digit
            scale *= 10
        }
        return Double(value) / Double(scale)
    }
}
