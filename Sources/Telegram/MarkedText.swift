import Chat

/// A text and what is marked in it, as Telegram wants it: offsets and lengths count UTF-16 code units.
///
/// Marks travel beside the text and never inside it, so no character that a person writes can change them.
struct MarkedText: Hashable, Sendable {
    struct Mark: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case bold, code
            case link(url: String)
            case mention(user: Int64, name: String)
        }

        var kind: Kind
        var range: Range<Int>
    }

    var text: String
    /// In order, not overlapping.
    var marks: [Mark]
}

extension MarkedText {
    init(_ source: Text) {
        var (text, marks, quoted) = ("", [Mark](), [Range<Int>]())
        var end = 0
        for run in source.runs {
            let (words, kind) = Self.words(of: run)
            guard !words.isEmpty else { continue }
            let range = end..<end + words.utf16.count
            text += words
            end = range.upperBound
            switch kind {
            case .marked(let kind): marks.append(Mark(kind: kind, range: range))
            case .quoted: quoted.append(range)
            case .plain: break
            }
        }
        if !quoted.isEmpty {
            let links = AutoLinks.ranges(in: text, touching: quoted)
            marks += links.map { Mark(kind: .code, range: $0) }
            marks.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        self.init(text: text, marks: marks)
    }

    private enum RunKind {
        case plain, quoted
        case marked(Mark.Kind)
    }

    private static func words(of run: Run) -> (String, RunKind) {
        switch run {
        case .plain(let text): (text, .plain)
        case .instant(_, let written, _): (written, .plain)
        case .bold(let text): (text, .marked(.bold))
        case .code(let text): (text, .marked(.code))
        case .link(let label, let url): (label, .marked(.link(url: url)))
        case .quoted(let text): (text, .quoted)
        case .mention(let account, let name):
            if account.platform == .telegram, let user = Int64(account.id), user > 0 {
                (name, .marked(.mention(user: user, name: name)))
            } else {
                (name, .quoted)
            }
        }
    }

    /// A part, with the marks that reach into it cut to it.
    func part(_ range: Range<Int>, of units: [UInt16]) -> MarkedText {
        MarkedText(
            text: String(decoding: units[range], as: UTF16.self),
            marks: marks.compactMap { mark in
                let inside = mark.range.clamped(to: range)
                guard !inside.isEmpty else { return nil }
                let (from, to) = (
                    inside.lowerBound - range.lowerBound, inside.upperBound - range.lowerBound
                )
                return Mark(kind: mark.kind, range: from..<to)
            })
    }
}
