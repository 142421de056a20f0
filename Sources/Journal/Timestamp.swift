import FoundationEssentials

/// A moment in whole milliseconds: what a record can hold, so that what was decided and what is replayed agree.
struct Timestamp: Hashable, Sendable {
    /// Since 1970, between the years 0 and 9999.
    var milliseconds: Int

    init(milliseconds: Int) { self.milliseconds = milliseconds }

    init(_ date: Date) {
        let seconds = min(max(date.timeIntervalSince1970, -62_167_219_200), 253_402_300_799)
        milliseconds = Int((seconds * 1000).rounded())
    }

    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    static let length = 24

    /// `2026-11-23T13:00:00.000Z`
    func append(to bytes: inout [UInt8]) {
        let (days, ofDay) = milliseconds.flooredDivision(by: 86_400_000)
        // Days to a civil date, counting years from March so that the leap day comes last (Howard Hinnant).
        let (era, ofEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let dayOfYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        bytes.append(year, digits: 4, then: "-")
        bytes.append(month, digits: 2, then: "-")
        bytes.append(day, digits: 2, then: "T")
        bytes.append(ofDay / 3_600_000, digits: 2, then: ":")
        bytes.append(ofDay / 60_000 % 60, digits: 2, then: ":")
        bytes.append(ofDay / 1000 % 60, digits: 2, then: ".")
        bytes.append(ofDay % 1000, digits: 3, then: "Z")
    }

    var text: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads what `append(to:)` writes, and nothing else.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.length else { return nil }
        func number(_ start: Int, _ digits: Int, then end: Unicode.Scalar) -> Int? {
            var value = 0
            for position in start..<start + digits {
                let digit = Int(bytes[position]) - 48
                guard 0...9 ~= digit else { return nil }
                value = value * 10 + digit
            }
            return bytes[start + digits] == UInt8(ascii: end) ? value : nil
        }
        guard let year = number(0, 4, then: "-"), let month = number(5, 2, then: "-"),
            let day = number(8, 2, then: "T"), let hour = number(11, 2, then: ":"),
            let minute = number(14, 2, then: ":"), let second = number(17, 2, then: "."),
            let thousandth = number(20, 3, then: "Z"),
            1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second < 60
        else { return nil }
        let shifted = month > 2 ? month - 3 : month + 9
        let (era, yearOfEra) = (month > 2 ? year : year - 1).flooredDivision(by: 400)
        let dayOfYear = (153 * shifted + 2) / 5 + day - 1
        let days =
            era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        milliseconds = ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + thousandth
    }
}

extension Int {
    /// Quotient and remainder, the remainder never negative.
    fileprivate func flooredDivision(by divisor: Int) -> (Int, Int) {
        let remainder = (self % divisor + divisor) % divisor
        return ((self - remainder) / divisor, remainder)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ value: Int, digits: Int, then end: Unicode.Scalar) {
        var scale = digits == 4 ? 1000 : digits == 3 ? 100 : 10
        while scale > 0 {
            append(UInt8(truncatingIfNeeded: 48 + value / scale % 10))
            scale /= 10
        }
        append(UInt8(ascii: end))
    }
}
