extension PosixZoneRule {
    /// Reads a footer; nil for an empty one or one that does not follow RFC 9636 section 3.3.
    init?(_ footer: [UInt8]) {
        var reader = ByteReader(footer)
        guard let name = reader.zoneAbbreviation(), let west = reader.zoneTime() else { return nil }
        standard = ZonePeriod(offset: -west, abbreviation: name)
        if reader.isAtEnd {
            daylight = nil
            return
        }
        guard let summerName = reader.zoneAbbreviation() else { return nil }
        var offset = -west + 3_600
        if reader.peek != UInt8(ascii: ",") {
            guard let summerWest = reader.zoneTime() else { return nil }
            offset = -summerWest
        }
        guard reader.take(UInt8(ascii: ",")), let start = reader.yearlyDay(),
            reader.take(UInt8(ascii: ",")), let end = reader.yearlyDay(), reader.isAtEnd
        else { return nil }
        daylight = Daylight(
            period: ZonePeriod(offset: offset, abbreviation: summerName), start: start, end: end)
    }
}

extension ByteReader {
    /// `EST`, or `<+0330>` where the name holds digits or signs.
    fileprivate mutating func zoneAbbreviation() -> String? {
        let quoted = take(UInt8(ascii: "<"))
        var name: [UInt8] = []
        while let byte = peek, name.count < 16 {
            let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            guard isLetter || quoted && (isSign || (0x30...0x39).contains(byte)) else { break }
            name.append(byte)
            _ = next()
        }
        guard !name.isEmpty, !quoted || take(UInt8(ascii: ">")) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// `[+-]h[h[h]][:mm[:ss]]` in seconds.
    fileprivate mutating func zoneTime() -> Int? {
        let negative = take(UInt8(ascii: "-"))
        if !negative { _ = take(UInt8(ascii: "+")) }
        guard let hours = number(), hours <= 167 else { return nil }
        var seconds = hours * 3_600
        for unit in [60, 1] where take(UInt8(ascii: ":")) {
            guard let value = number(), value < 60 else { return nil }
            seconds += value * unit
        }
        return negative ? -seconds : seconds
    }

    fileprivate mutating func yearlyDay() -> YearlyDay? {
        let day: YearlyDay.Day
        if take(UInt8(ascii: "M")) {
            guard let month = number(), (1...12).contains(month), take(UInt8(ascii: ".")),
                let week = number(), (1...5).contains(week), take(UInt8(ascii: ".")),
                let weekday = number(), (0...6).contains(weekday)
            else { return nil }
            day = .weekday(month: month, week: week, weekday: weekday)
        } else if take(UInt8(ascii: "J")) {
            guard let number = number(), (1...365).contains(number) else { return nil }
            day = .withoutLeapDay(number)
        } else {
            guard let number = number(), (0...365).contains(number) else { return nil }
            day = .withLeapDay(number)
        }
        guard take(UInt8(ascii: "/")) else { return YearlyDay(day: day, time: 7_200) }
        return zoneTime().map { YearlyDay(day: day, time: $0) }
    }
}
