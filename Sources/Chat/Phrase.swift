package import FoundationEssentials

/// A sentence before it has a language: a key of `Texts` and the values that fill its placeholders.
///
/// Messages are decided and journalled as phrases and become words only when they are sent, so a learner who
/// changes language or zone gets even an older reminder right.
package struct Phrase: Hashable, Codable, Sendable {
    package var key: String
    package var values: [String: Value]

    package init(_ key: String, _ values: [String: Value] = [:]) {
        self.key = key
        self.values = values
    }

    /// Something that fills a placeholder.
    package indirect enum Value: Hashable, Sendable {
        /// What a person wrote: a title, a name, a question. Shown verbatim, never formatting, never pinging.
        case user(String)
        /// Something to copy: an id, a command.
        case code(String)
        case number(Int)
        /// A moment, shown with weekday, date, time and zone in the reader's zone.
        case moment(Date)
        /// The distance from now to a moment, "in 4 days", worked out when it is rendered.
        case distance(Date)
        /// A length of time in seconds, "2 days".
        case duration(Int)
        /// An IANA zone's name.
        case zone(String)
        case link(label: String, url: String)
        /// A person to notify.
        case mention(Account, name: String)
        case phrase(Phrase)
        /// Lines, one under the other.
        case lines([Phrase])
        /// Parts joined by commas in the manner of the language.
        case list([Phrase])
        /// A translated text by key where the language has it, else these English words (a command's summary).
        case translated(key: String, english: String)
    }
}

extension Phrase.Value: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self = .number(value) }
}
