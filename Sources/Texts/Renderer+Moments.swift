import Chat
import Dates
import FoundationEssentials

extension Renderer {
    /// A moment on the reader's clocks, in the manner of the language.
    func written(_ date: Date, _ style: Template.Style) -> String {
        let local = reader.zone.local(date)
        let key = style == .full ? "times.moment" : "times.moment-\(style.rawValue)"
        guard let (template, spoken) = sentences.template(key, in: language) else {
            return local.description
        }
        var text = ""
        for piece in template.pieces {
            switch piece {
            case .words(let words): text += words
            case .gap(let gap): text += part(gap.name, of: local, in: spoken)
            case .bold, .code, .link: break
            }
        }
        return text
    }

    private func part(_ name: String, of local: LocalTime, in language: Language) -> String {
        func entry(_ index: Int, in names: [String]) -> String {
            names.indices.contains(index) ? names[index] : String(index + 1)
        }
        switch name {
        case "weekday": return entry(local.weekday.rawValue - 1, in: language.weekdays)
        case "day": return String(local.day)
        case "month": return entry(local.month - 1, in: language.months)
        case "year": return String(local.year)
        case "hour": return local.hour.twoDigits
        case "hour12": return String((local.hour + 11) % 12 + 1)
        case "half": return entry(local.hour / 12, in: language.halves)
        case "minute": return local.minute.twoDigits
        case "zone": return reader.zone.name
        default: return "{\(name)}"
        }
    }

    /// "in 4 days 2 h", "3 h ago", "now".
    func distance(to date: Date) -> Phrase {
        let seconds = date.timeIntervalSince(now).rounded()
        // Beyond ten thousand years nobody counts, and Int must not overflow.
        let whole = Int(min(max(seconds.isFinite ? seconds : 0, -4e11), 4e11))
        if whole == 0 { return Phrase("times.now") }
        return Phrase(
            whole > 0 ? "times.in" : "times.ago", ["span": .duration(Int(whole.magnitude))])
    }

    /// "2 days", "1 h 30 min".
    func span(_ seconds: Int) -> Phrase {
        let parts = Span(seconds: seconds).parts.map { part in
            Phrase("times.\(part.unit.rawValue)", ["n": .number(part.count)])
        }
        guard parts.count > 1 else { return parts[0] }
        return Phrase("times.span", ["first": .phrase(parts[0]), "second": .phrase(parts[1])])
    }
}

extension Int {
    var twoDigits: String { self < 10 ? "0\(self)" : String(self) }

    /// `1,204`.
    func grouped(by separator: String) -> String {
        guard magnitude >= 1_000, !separator.isEmpty else { return String(self) }
        var text = ""
        let digits = Array(String(magnitude))
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}
