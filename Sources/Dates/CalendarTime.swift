/// A date or a date with a time as RFC 5545 writes it: `20261201`, `20261201T180000`, `20261201T180000Z`.
enum CalendarTime: Hashable, Sendable {
    case day(LocalTime)
    /// On the clocks of a zone that stands elsewhere, or of whoever reads it.
    case local(LocalTime)
    case utc(LocalTime)

    init?(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)[...]) }

    init?(bytes: ArraySlice<UInt8>) {
        let origin = bytes.startIndex
        func number(_ start: Int, _ count: Int) -> Int? {
            var value = 0
            for byte in bytes[origin + start..<origin + start + count] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16,
            let year = number(0, 4), year > 0, let month = number(4, 2), let day = number(6, 2)
        else { return nil }
        guard bytes.count > 8 else {
            guard let local = LocalTime(year: year, month: month, day: day) else { return nil }
            self = .day(local)
            return
        }
        let isUTC = bytes.count == 16
        guard bytes[origin + 8] | 0x20 == UInt8(ascii: "t"),
            !isUTC || bytes[origin + 15] | 0x20 == UInt8(ascii: "z"),
            let hour = number(9, 2), let minute = number(11, 2), let second = number(13, 2),
            // 60 is a leap second, which no clock here shows.
            second <= 60,
            let local = LocalTime(
                year: year, month: month, day: day, hour: hour, minute: minute,
                second: min(second, 59))
        else { return nil }
        self = isUTC ? .utc(local) : .local(local)
    }

    var wall: LocalTime {
        switch self {
        case .day(let local), .local(let local), .utc(let local): local
        }
    }
}

extension CalendarTime: CustomStringConvertible {
    var description: String {
        let text = wall.description.filter { $0 != "-" && $0 != ":" }
        return switch self {
        case .day: String(text.prefix(8))
        case .local: text
        case .utc: text + "Z"
        }
    }
}
