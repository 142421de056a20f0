import FoundationEssentials

/// Moments as exports write them.
enum ImportedDate {
    /// `2026-11-23T10:00:00`, with or without fractions and a distance from UTC; UTC where none is given.
    static func iso(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        var numbers: [Int] = []
        var place = 0
        for (width, separator) in [(4, "-"), (2, "-"), (2, "T"), (2, ":"), (2, ":"), (2, "")] {
            guard let number = digits(bytes, place, width) else { break }
            numbers.append(number)
            place += width
            guard place < bytes.count, let mark = separator.utf8.first else { break }
            let isGap = mark == UInt8(ascii: "T") && bytes[place] == UInt8(ascii: " ")
            guard bytes[place] == mark || isGap else { break }
            place += 1
        }
        guard numbers.count >= 3 else { return nil }
        numbers += [Int](repeating: 0, count: 6 - numbers.count)
        return moment(numbers, offset: offset(bytes[min(place, bytes.count)...]))
    }

    /// Seconds since 1970.
    static func unix(_ text: String) -> Date? {
        guard let seconds = Double(text), (0...32_503_680_000).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: seconds.rounded(.down))
    }

    /// `Mon, 23 Nov 2026 10:00:00 +0100`
    static func mail(_ text: String) -> Date? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "\t" }
        guard let first = words.firstIndex(where: { $0.first?.isNumber == true }),
            words.count >= first + 4, let day = Int(words[first]),
            let month = months.firstIndex(of: words[first + 1].prefix(3).lowercased()),
            let year = Int(words[first + 2])
        else { return nil }
        let clock = words[first + 3].split(separator: ":").map { Int($0) ?? 0 }
        guard clock.count >= 2 else { return nil }
        let zone = words.count > first + 4 ? Array(words[first + 4].utf8) : []
        return moment(
            [year, month + 1, day, clock[0], clock[1], clock.count > 2 ? clock[2] : 0],
            offset: offset(zone[...]))
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func digits(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int? {
        guard start + width <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[start..<start + width] {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }

    /// `+01:00` or `-0500` in seconds, wherever it stands behind fractions of a second.
    private static func offset(_ rest: ArraySlice<UInt8>) -> Int {
        guard let sign = rest.firstIndex(where: { $0 == 0x2B || $0 == 0x2D }) else { return 0 }
        let digits = rest[(sign + 1)...].filter { (48...57).contains($0) }.prefix(4).map {
            Int($0 - 48)
        }
        guard digits.count == 4 else { return 0 }
        let seconds = (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60
        return rest[sign] == 0x2D ? -seconds : seconds
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private static func moment(_ parts: [Int], offset: Int) -> Date? {
        guard (1_970...2_999).contains(parts[0]), (1...12).contains(parts[1]),
            (1...31).contains(parts[2]), (0...23).contains(parts[3]), (0...59).contains(parts[4]),
            (0...60).contains(parts[5])
        else { return nil }
        let date = calendar.date(
            from: DateComponents(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
                second: parts[5]))
        return date?.addingTimeInterval(Double(-offset))
    }
}
