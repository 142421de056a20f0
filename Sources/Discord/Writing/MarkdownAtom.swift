import Chat
import FoundationEssentials

/// The smallest piece of a message that is never cut: a character, a time, a mention, something to copy.
struct MarkdownAtom: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A character of anybody's words, escaped where it is written.
        case character(Character)
        /// Discord's own notation, written as it is.
        case notation(String, notifies: String?)
    }

    var kind: Kind
    var isBold = false

    /// The most UTF-16 code units that it can take: Discord may count these or code points, and these are more.
    var widest: Int {
        switch kind {
        case .character(let character):
            character.utf16.count + (MarkdownEscape.mayNeedEscape(character) ? 1 : 0)
        case .notation(let text, _): text.utf16.count
        }
    }

    var isLineEnd: Bool {
        if case .character(let character) = kind { character.isNewline } else { false }
    }

    var isSpace: Bool {
        if case .character(let character) = kind { character.isWhitespace } else { false }
    }
}

extension MarkdownAtom {
    /// The pieces of a whole text.
    static func all(_ text: Text) -> [MarkdownAtom] { text.runs.flatMap(atoms) }

    /// Longer things to copy are written as words: they have to be cut somewhere.
    private static let longestCode = 1_000

    private static func atoms(_ run: Run) -> [MarkdownAtom] {
        switch run {
        case .plain(let text), .quoted(let text): characters(text)
        case .bold(let text):
            characters(text).map { MarkdownAtom(kind: $0.kind, isBold: !$0.isSpace) }
        case .code(let text):
            code(text).map { [MarkdownAtom(kind: .notation($0, notifies: nil))] }
                ?? characters(text)
        case .link(let label, let url): link(label, url)
        case .mention(let account, let name):
            if account.platform == .discord, let id = UInt64(account.id) {
                [MarkdownAtom(kind: .notation("<@\(id)>", notifies: account.id))]
            } else {
                characters(name)
            }
        case .instant(let date, let written, let part):
            moment(date, part).map { [MarkdownAtom(kind: .notation($0, notifies: nil))] }
                ?? characters(written)
        }
    }

    private static func characters(_ text: String) -> [MarkdownAtom] {
        text.map { MarkdownAtom(kind: .character($0 == "\r\n" || $0 == "\r" ? "\n" : $0)) }
    }

    /// Shown by each reader's Discord in their own zone and language; nil for years that it cannot show.
    private static func moment(_ date: Date, _ part: InstantPart) -> String? {
        let style =
            switch part {
            case .moment: "F"
            case .date: "D"
            case .time: "t"
            case .distance: "R"
            }
        let seconds = date.timeIntervalSince1970
        guard abs(seconds) < 8.64e12 else { return nil }
        return "<t:\(Int(seconds.rounded(.down))):\(style)>"
    }

    /// Nil for what cannot be copied from one line.
    private static func code(_ text: String) -> String? {
        guard !text.isEmpty, text.utf16.count <= longestCode, !text.contains(where: \.isNewline),
            !text.contains("``")
        else { return nil }
        return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }

    /// An address in angle brackets shows no preview. One that Discord would not link stands beside its label.
    private static func link(_ label: String, _ url: String) -> [MarkdownAtom] {
        let isSafe =
            (url.hasPrefix("https://") || url.hasPrefix("http://")) && url.utf16.count <= 1_500
            && url.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
            }
        guard isSafe else { return characters(Run.link(label, url: url).plain) }
        guard label != url, !label.isEmpty, label.utf16.count <= 200 else {
            return [MarkdownAtom(kind: .notation("<\(url)>", notifies: nil))]
        }
        let words = label.map { MarkdownEscape.always($0.isNewline ? " " : $0) }.joined()
        return [MarkdownAtom(kind: .notation("[\(words)](<\(url)>)", notifies: nil))]
    }
}
