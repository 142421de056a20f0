import Chat

/// A text as messages that Discord accepts: its own Markdown, in parts of at most 2,000 characters.
///
/// What is formatting and what are words is decided once, on runs; every sign in anybody's words is escaped as it is
/// written, so nothing that a person types can format, link or ping.
struct DiscordMarkdown: Hashable, Sendable {
    /// One message's content, and who is meant to be notified by it.
    struct Part: Hashable, Sendable {
        var content: String
        var notifies: [String]
    }

    static let longest = 2_000
    /// Room for the marks that bold needs where a part begins or ends in it.
    private static let spare = 8

    /// The parts in order; none where there is nothing but white space.
    static func parts(_ text: Text, longest: Int = longest) -> [Part] {
        let atoms = MarkdownAtom.all(text)
        var parts: [Part] = []
        var start = atoms.firstIndex { !$0.isSpace } ?? atoms.endIndex
        let end = (atoms.lastIndex { !$0.isSpace } ?? -1) + 1
        while start < end {
            let stop = cut(atoms[start..<end], longest: max(longest - spare, 1))
            parts.append(written(atoms[start..<stop]))
            start = atoms[stop..<end].firstIndex { !$0.isSpace } ?? end
        }
        return parts
    }

    /// The end of the next part: of a paragraph where one ends late enough, else of a line, of a word, of a character.
    private static func cut(_ atoms: ArraySlice<MarkdownAtom>, longest: Int) -> Int {
        var width = 0
        var (paragraph, line, word) = (Int?.none, Int?.none, Int?.none)
        var widths: (paragraph: Int, line: Int) = (0, 0)
        var wasBold = false
        for index in atoms.indices {
            let atom = atoms[index]
            width += atom.widest + (atom.isBold != wasBold ? 2 : 0)
            wasBold = atom.isBold
            guard width <= longest else {
                if let paragraph, widths.paragraph * 2 > longest { return paragraph }
                if let line, widths.line * 4 > longest { return line }
                return word ?? max(index, atoms.startIndex + 1)
            }
            if atom.isLineEnd {
                (line, widths.line) = (index, width)
                if atoms.indices.contains(index + 1), atoms[index + 1].isLineEnd {
                    (paragraph, widths.paragraph) = (index, width)
                }
            }
            if atom.isSpace, index > atoms.startIndex { word = index }
        }
        return atoms.endIndex
    }

    private static func written(_ atoms: ArraySlice<MarkdownAtom>) -> Part {
        var part = Part(content: "", notifies: [])
        var opensLine = true
        var isBold = false
        let last = (atoms.lastIndex { !$0.isSpace } ?? atoms.startIndex - 1) + 1
        for atom in atoms[..<last] {
            // Spaces take the style of what stands around them, so that a bold sentence is one.
            if atom.isBold != isBold, !atom.isSpace || atom.isLineEnd {
                toggleBold(&part.content, &isBold)
            }
            switch atom.kind {
            case .character(let character):
                part.content += MarkdownEscape.escaped(character, opensLine: opensLine)
                if character.isNewline {
                    opensLine = true
                } else if !character.isWhitespace, !character.isNumber {
                    opensLine = false
                }
            case .notation(let text, let account):
                part.content += text
                opensLine = false
                if let account, !part.notifies.contains(account) { part.notifies.append(account) }
            }
        }
        if isBold { toggleBold(&part.content, &isBold) }
        return part
    }

    /// Bold ends before the white space that follows it: Discord takes `** ` for no end.
    private static func toggleBold(_ content: inout String, _ isBold: inout Bool) {
        if isBold {
            let end = content.lastIndex { !$0.isWhitespace }.map { content.index(after: $0) }
            content.insert(contentsOf: "**", at: end ?? content.endIndex)
        } else {
            content += "**"
        }
        isBold.toggle()
    }
}
