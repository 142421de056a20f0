/// The words of a piece of HTML.
enum HTMLText {
    /// Tags gone, paragraphs and list items on lines of their own, entities as their signs.
    static func plain(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return html }
        var text = ""
        text.reserveCapacity(html.utf8.count)
        var rest = html[...]
        while let sign = rest.first {
            if sign == "<", let end = rest.firstIndex(of: ">") {
                let tag = rest[rest.index(after: rest.startIndex)..<end]
                if isBlock(tag), text.last != "\n" { text.append("\n") }
                rest = rest[rest.index(after: end)...]
            } else if sign == "&", let (entity, after) = entity(rest) {
                text += entity
                rest = rest[after...]
            } else {
                text.append(sign)
                rest.removeFirst()
            }
        }
        return text.trimmed
    }

    private static func isBlock(_ tag: Substring) -> Bool {
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        return [
            "p", "br", "li", "ul", "ol", "div", "pre", "tr", "h1", "h2", "h3", "h4", "blockquote",
        ].contains(name)
    }

    private static func entity(_ text: Substring) -> (String, Substring.Index)? {
        let start = text.index(after: text.startIndex)
        guard let end = text[start...].prefix(12).firstIndex(of: ";") else { return nil }
        let name = text[start..<end]
        let after = text.index(after: end)
        if let known = named[String(name)] { return (known, after) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = value.flatMap(Unicode.Scalar.init), scalar.value >= 32 else {
            return nil
        }
        return (String(scalar), after)
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…",
        "ndash": "–", "mdash": "—", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
    ]
}
