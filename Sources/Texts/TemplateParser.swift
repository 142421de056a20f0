/// Reads the light markup of sentences: `*bold*`, `` `code` ``, `[label](url)`, `{name}`, `{name:short}`;
/// a backslash takes the next character as it is.
///
/// Markup is read in templates only. Values never pass through here, so nobody's words can become markup.
struct TemplateParser {
    private let scalars: [Unicode.Scalar]
    private let plurals: [String: Template.Plural]
    private var position = 0

    struct Fault: Error, Hashable {
        let reason: String
    }

    private init(_ text: String, plurals: [String: Template.Plural]) {
        scalars = Array(text.unicodeScalars)
        self.plurals = plurals
    }

    static func parse(_ wording: Wording) throws(Fault) -> Template {
        var plurals: [String: Template.Plural] = [:]
        for (name, forms) in wording.plurals { plurals[name] = try plural(name, forms) }
        if let text = wording.text {
            let template = Template(try pieces(text, plurals: plurals))
            for name in plurals.keys where !template.placeholders.contains(name) {
                throw Fault(reason: "the text has no {\(name)} for its plural forms")
            }
            return template
        }
        guard let (name, plural) = plurals.first, plurals.count == 1 else {
            throw Fault(reason: "`text` is missing")
        }
        return Template([.gap(Template.Gap(name: name, standsAlone: true, plural: plural))])
    }

    private static func pieces(
        _ text: String, plurals: [String: Template.Plural] = [:]
    ) throws(Fault) -> [Template.Piece] {
        var parser = TemplateParser(text, plurals: plurals)
        return try parser.read(until: nil)
    }

    private static func plural(
        _ name: String, _ forms: [String: String]
    ) throws(Fault) -> Template.Plural {
        guard let other = forms["other"] else {
            throw Fault(reason: "{\(name)} has no form `other`")
        }
        var plural = Template.Plural(other: try pieces(other))
        for (label, text) in forms where label != "other" {
            if let number = Int(label) {
                plural.exact[number] = try pieces(text)
            } else if let category = PluralCategory(rawValue: label) {
                plural.forms[category] = try pieces(text)
            } else {
                throw Fault(reason: "`\(label)` is no plural category")
            }
        }
        return plural
    }

    /// Everything up to a closing mark, which is taken; nil: up to the end.
    private mutating func read(
        until end: Unicode.Scalar?, plain: Bool = false
    ) throws(Fault) -> [Template.Piece] {
        var pieces: [Template.Piece] = []
        var words = String.UnicodeScalarView()
        func flushed() -> [Template.Piece] {
            words.isEmpty ? pieces : pieces + [.words(String(words))]
        }
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar == end {
                position += 1
                return flushed()
            }
            var piece: Template.Piece?
            switch scalar {
            case "\\" where position + 1 < scalars.count:
                words.append(scalars[position + 1])
                position += 2
                continue
            case "{": piece = .gap(try gap())
            case "*" where !plain:
                position += 1
                piece = .bold(try read(until: "*", plain: true))
            case "`" where end != "`":
                position += 1
                piece = .code(try read(until: "`", plain: true))
            case "[" where !plain && isLink:
                position += 1
                let label = try read(until: "]", plain: true)
                position += 1
                piece = .link(label: label, url: try read(until: ")", plain: true))
            default: break
            }
            if let piece {
                pieces = flushed() + [piece]
                words = .init()
            } else {
                words.append(scalar)
                position += 1
            }
        }
        if let end { throw Fault(reason: "a closing \(end) is missing") }
        return flushed()
    }

    /// Whether the `[` here has its `](` on the same line; usage such as `[cohort]` has none.
    private var isLink: Bool {
        let rest = scalars[(position + 1)...].prefix { $0 != "\n" && $0 != "[" }
        guard let close = rest.firstIndex(of: "]"), close + 1 < scalars.count else { return false }
        return scalars[close + 1] == "("
    }

    private mutating func gap() throws(Fault) -> Template.Gap {
        let start = position
        guard let end = scalars[start...].firstIndex(of: "}") else {
            throw Fault(reason: "a closing } is missing")
        }
        let inside = String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
        let parts = inside.split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, name.utf8.allSatisfy(\.isNameByte) else {
            throw Fault(reason: "{\(inside)} is no placeholder; write \\{ for a brace")
        }
        var gap = Template.Gap(name: String(name), plural: plurals[String(name)])
        if parts.count > 1 {
            guard parts.count == 2, let style = Template.Style(rawValue: String(parts[1])) else {
                throw Fault(
                    reason: "{\(inside)} has an unknown style; known here: "
                        + Template.Style.allCases.map(\.rawValue).joined(separator: ", "))
            }
            gap.style = style
        }
        position = end + 1
        let before = start == 0 || scalars[start - 1] == "\n"
        gap.standsAlone = before && (position == scalars.count || scalars[position] == "\n")
        return gap
    }
}

extension UInt8 {
    fileprivate var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
