/// Discord's Markdown as a reader, for proofs: what is shown, and what was found besides words.
///
/// Written from the other side: it knows what Discord formats and nothing of how the bot escapes.
struct MarkdownReading {
    enum Found: Hashable {
        case words(String)
        case bold(String)
        case code(String)
        case mention(String)
        case time(Int)
        case link(label: String, url: String)
        /// A sign that Discord would take for formatting of its own.
        case formatting(Character)
    }

    private(set) var found: [Found] = []
    private var text: [Character]
    private var at = 0
    private var isBold = false
    private var opensLine = true

    init(_ content: String) {
        text = Array(content)
        read()
    }

    /// Everything that is shown, without marks.
    var shown: String {
        found.map { piece in
            switch piece {
            case .words(let text), .bold(let text), .code(let text): text
            case .mention(let id): "<mention \(id)>"
            case .time(let seconds): "<time \(seconds)>"
            case .link(let label, _): label
            case .formatting(let sign): "<\(sign)>"
            }
        }.joined()
    }

    var hasFormatting: Bool {
        found.contains { if case .formatting = $0 { true } else { false } }
    }

    private mutating func read() {
        while at < text.count {
            if rest(starts: "**") {
                at += 2
                isBold.toggle()
            } else if !code() && !angle() && !link() {
                character()
            }
        }
        if isBold { found.append(.formatting("*")) }
    }

    private func rest(starts word: String) -> Bool { text[at...].starts(with: Array(word)) }

    private func upTo(_ word: String, from start: Int) -> (text: String, end: Int)? {
        let word = Array(word)
        var index = start
        while index + word.count <= text.count {
            if Array(text[index..<index + word.count]) == word {
                return (String(text[start..<index]), index + word.count)
            }
            index += 1
        }
        return nil
    }

    private mutating func code() -> Bool {
        guard text[at] == "`" else { return false }
        let fence = rest(starts: "``") ? "``" : "`"
        guard let (inside, end) = upTo(fence, from: at + fence.count) else { return false }
        let trimmed = fence == "``" ? String(inside.dropFirst().dropLast()) : inside
        found.append(.code(trimmed))
        (at, opensLine) = (end, false)
        return true
    }

    private mutating func angle() -> Bool {
        guard text[at] == "<", let (inside, end) = upTo(">", from: at + 1) else { return false }
        if inside.hasPrefix("@"), UInt64(inside.dropFirst()) != nil {
            found.append(.mention(String(inside.dropFirst())))
        } else if inside.hasPrefix("t:"), inside.hasSuffix(":F"),
            let seconds = Int(inside.dropFirst(2).dropLast(2))
        {
            found.append(.time(seconds))
        } else if inside.hasPrefix("https://") || inside.hasPrefix("http://") {
            found.append(.link(label: inside, url: inside))
        } else {
            return false
        }
        (at, opensLine) = (end, false)
        return true
    }

    private mutating func link() -> Bool {
        guard text[at] == "[" else { return false }
        var (label, index) = ("", at + 1)
        while index < text.count, text[index] != "]" {
            if text[index] == "\\", index + 1 < text.count { index += 1 }
            label.append(text[index])
            index += 1
        }
        guard index + 2 < text.count, text[index + 1] == "(", text[index + 2] == "<",
            let (url, end) = upTo(">)", from: index + 3)
        else { return false }
        found.append(.link(label: label, url: url))
        (at, opensLine) = (end, false)
        return true
    }

    private mutating func character() {
        let next = text[at]
        let scalar = next.unicodeScalars.first ?? " "
        if next == "\\", at + 1 < text.count, Self.isSign(text[at + 1]) {
            show(text[at + 1])
            at += 2
            opensLine = false
            return
        }
        at += 1
        let isSpecial = "\\*_~`|<>[]:@#".unicodeScalars.contains(scalar)
        let opens = opensLine && "-+.)".unicodeScalars.contains(scalar)
        if isSpecial || opens {
            found.append(.formatting(next))
        } else {
            show(next)
        }
        if next.isNewline {
            opensLine = true
        } else if !next.isWhitespace && !next.isNumber {
            opensLine = false
        }
    }

    private mutating func show(_ character: Character) {
        switch (found.last, isBold) {
        case (.words(let text), false): found[found.count - 1] = .words(text + String(character))
        case (.bold(let text), true): found[found.count - 1] = .bold(text + String(character))
        default: found.append(isBold ? .bold(String(character)) : .words(String(character)))
        }
    }

    /// A backslash hides itself before ASCII signs only.
    private static func isSign(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, scalar.isASCII else { return false }
        return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            && !scalar.properties.isWhitespace
    }
}
