// Reading and writing rules as RFC 5545 spells them.
extension Recurrence {
    /// Reads `FREQ=WEEKLY;BYDAY=MO`, with or without `RRULE:` before it.
    public init(_ text: String) throws(RecurrenceFault) {
        guard text.utf8.count <= 2_000 else { throw .tooLong }
        var text = text.uppercased()[...]
        if text.hasPrefix("RRULE:") { text = text.dropFirst(6) }
        var parts: [(name: Substring, value: Substring)] = []
        for part in text.split(separator: ";") {
            guard let sign = part.firstIndex(of: "=") else { throw .malformed(String(part)) }
            let name = part[..<sign]
            guard !parts.contains(where: { $0.name == name }) else {
                throw .contradiction(String(name))
            }
            parts.append((name, part[part.index(after: sign)...]))
        }
        guard let frequency = parts.first(where: { $0.name == "FREQ" })?.value else {
            throw .missingFrequency
        }
        guard let known = Frequency(rawValue: String(frequency)) else {
            let isFiner = ["HOURLY", "MINUTELY", "SECONDLY"].contains(frequency)
            throw isFiner ? .unsupported("FREQ=\(frequency)") : .malformed("FREQ=\(frequency)")
        }
        self.init(known)
        for (name, value) in parts where name != "FREQ" { try read(name, value) }
        try check()
    }

    private mutating func read(_ name: Substring, _ value: Substring) throws(RecurrenceFault) {
        func numbers(
            _ range: ClosedRange<Int>, negative: Bool = false
        ) throws(RecurrenceFault)
            -> [Int]
        {
            let items = value.split(separator: ",", omittingEmptySubsequences: false)
            guard items.count <= 400 else { throw .tooLong }
            var numbers: [Int] = []
            for item in items {
                guard let number = Int(item), range.contains(negative ? abs(number) : number),
                    !negative || number != 0
                else { throw .malformed("\(name)=\(item)") }
                if !numbers.contains(number) { numbers.append(number) }
            }
            return numbers
        }
        switch name {
        case "INTERVAL": interval = try numbers(1...10_000)[0]
        case "COUNT":
            guard end == .never else { throw .contradiction("COUNT and UNTIL") }
            end = .after(count: try numbers(1...1_000_000)[0])
        case "UNTIL":
            guard end == .never else { throw .contradiction("COUNT and UNTIL") }
            guard let time = CalendarTime(value) else { throw .malformed("UNTIL=\(value)") }
            end =
                switch time {
                case .day(let day): .onDay(day)
                case .local(let local): .local(local)
                case .utc(let local): .utc(local)
                }
        case "BYSECOND": seconds = try numbers(0...60).map { min($0, 59) }
        case "BYMINUTE": minutes = try numbers(0...59)
        case "BYHOUR": hours = try numbers(0...23)
        case "BYMONTHDAY": monthDays = try numbers(1...31, negative: true)
        case "BYYEARDAY": yearDays = try numbers(1...366, negative: true)
        case "BYWEEKNO": weekNumbers = try numbers(1...53, negative: true)
        case "BYMONTH": months = try numbers(1...12)
        case "BYSETPOS": positions = try numbers(1...366, negative: true)
        case "BYDAY": days = try Self.days(value)
        case "WKST":
            guard let day = Weekday(code: value) else { throw .malformed("WKST=\(value)") }
            weekStart = day
        default: throw .unsupported(String(name))
        }
    }

    private static func days(_ value: Substring) throws(RecurrenceFault) -> [Day] {
        var days: [Day] = []
        for item in value.split(separator: ",", omittingEmptySubsequences: false).prefix(400) {
            guard let weekday = Weekday(code: item.suffix(2)) else {
                throw .malformed("BYDAY=\(item)")
            }
            let number = item.dropLast(2)
            let ordinal = Int(number)
            guard number.isEmpty || ordinal.map({ $0 != 0 && abs($0) <= 53 }) == true else {
                throw .malformed("BYDAY=\(item)")
            }
            days.append(Day(weekday, ordinal: ordinal))
        }
        return days
    }

    /// What the standard says must not stand together.
    private func check() throws(RecurrenceFault) {
        if days.contains(where: { $0.ordinal != nil }) {
            guard frequency == .monthly || frequency == .yearly && weekNumbers.isEmpty else {
                throw .contradiction("BYDAY with a number")
            }
        }
        if !weekNumbers.isEmpty, frequency != .yearly { throw .contradiction("BYWEEKNO") }
        if !yearDays.isEmpty, frequency != .yearly { throw .contradiction("BYYEARDAY") }
        if !monthDays.isEmpty, frequency == .weekly { throw .contradiction("BYMONTHDAY") }
    }
}

extension Recurrence: CustomStringConvertible {
    /// The rule without `RRULE:` before it, the parts in the order of the standard.
    public var description: String {
        var parts = ["FREQ=" + frequency.rawValue]
        switch end {
        case .never: break
        case .after(let count): parts.append("COUNT=\(count)")
        case .onDay(let day): parts.append("UNTIL=" + CalendarTime.day(day).description)
        case .local(let time): parts.append("UNTIL=" + CalendarTime.local(time).description)
        case .utc(let time): parts.append("UNTIL=" + CalendarTime.utc(time).description)
        }
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        func add(_ name: String, _ numbers: [Int]) {
            guard !numbers.isEmpty else { return }
            parts.append(name + "=" + numbers.map(String.init).joined(separator: ","))
        }
        add("BYSECOND", seconds)
        add("BYMINUTE", minutes)
        add("BYHOUR", hours)
        if !days.isEmpty {
            let codes = days.map { ($0.ordinal.map(String.init) ?? "") + $0.weekday.code }
            parts.append("BYDAY=" + codes.joined(separator: ","))
        }
        add("BYMONTHDAY", monthDays)
        add("BYYEARDAY", yearDays)
        add("BYWEEKNO", weekNumbers)
        add("BYMONTH", months)
        add("BYSETPOS", positions)
        if weekStart != .monday { parts.append("WKST=" + weekStart.code) }
        return parts.joined(separator: ";")
    }
}
