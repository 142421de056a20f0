/// A length of time as RFC 5545 writes it: `PT15M`, `-P1DT2H`, `P2W`.
enum CalendarDuration {
    /// Nil for anything else and beyond a hundred years.
    static func seconds(_ text: String) -> Int? {
        var rest = text.uppercased()[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        guard rest.first == "P", rest.count > 2 else { return nil }
        rest = rest.dropFirst()
        var total = 0
        var isTime = false
        var number = ""
        for character in rest {
            switch character {
            case "0"..."9" where number.count < 9: number.append(character)
            case "T" where !isTime && number.isEmpty: isTime = true
            default:
                guard let unit = size(character, isTime), let count = Int(number) else {
                    return nil
                }
                total += count * unit
                number = ""
            }
        }
        guard number.isEmpty, total <= 3_200_000_000 else { return nil }
        return isNegative ? -total : total
    }

    private static func size(_ unit: Character, _ isTime: Bool) -> Int? {
        switch (unit, isTime) {
        case ("W", false): 604_800
        case ("D", false): 86_400
        case ("H", true): 3_600
        case ("M", true): 60
        case ("S", true): 1
        default: nil
        }
    }

    /// `-P7D`, `-PT6H`, `PT0S`: how a reminder that long before is written.
    static func text(before seconds: Int) -> String {
        guard seconds != 0 else { return "PT0S" }
        let sign = seconds > 0 ? "-" : ""
        let count = Int(seconds.magnitude)
        if count % 86_400 == 0 { return "\(sign)P\(count / 86_400)D" }
        if count % 3_600 == 0 { return "\(sign)PT\(count / 3_600)H" }
        if count % 60 == 0 { return "\(sign)PT\(count / 60)M" }
        return "\(sign)PT\(count)S"
    }
}
