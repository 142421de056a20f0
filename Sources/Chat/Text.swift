package import FoundationEssentials

/// A message's text as a value: a list of runs, each with its own kind, and never a platform's markup.
///
/// ```swift
/// let text: Text = [.bold("Quiz 1"), .plain(" closes "), .instant(date, written: "Fri 27 Nov 2026, 18:00")]
/// ```
/// A platform turns runs into its own form (Telegram: text and entities). What users wrote is a `quoted` run:
/// it arrives verbatim, and can neither format nor ping.
package struct Text: Hashable, Sendable {
    package var runs: [Run]

    package init(_ runs: [Run]) { self.runs = runs }

    /// Everything as plain characters: for a terminal, a log of lengths, a comparison in a test.
    package var plain: String { runs.map(\.plain).joined() }

    package var isEmpty: Bool { runs.allSatisfy { $0.plain.isEmpty } }

    package static func + (a: Text, b: Text) -> Text { Text(a.runs + b.runs) }
}

extension Text: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Run...) { self.init(elements) }
}

extension Text: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init([.plain(value)]) }
}

/// What of a moment is shown.
package enum InstantPart: Hashable, Sendable {
    /// Day and time of day.
    case moment
    case date, time
    /// How far it is from now: "in 4 days".
    case distance
}

/// A piece of text with one meaning.
package enum Run: Hashable, Sendable {
    /// The bot's own words.
    case plain(String)
    case bold(String)
    /// Something to copy: a command, an id.
    case code(String)
    case link(String, url: String)
    /// A person's or a user's words: shown as they are, without formatting, links to commands, or pings.
    case quoted(String)
    /// A person who is meant to be notified.
    case mention(Account, name: String)
    /// A moment; `written` is it in the reader's zone, for platforms that have no timestamps of their own.
    case instant(Date, written: String, shows: InstantPart = .moment)

    /// The characters a reader sees on a platform without formatting.
    package var plain: String {
        switch self {
        case .plain(let text), .bold(let text), .code(let text), .quoted(let text): text
        case .link(let label, let url): label == url ? url : "\(label) (\(url))"
        case .mention(_, let name): name
        case .instant(_, let written, _): written
        }
    }
}
