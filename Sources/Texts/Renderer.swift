import Chat
import Dates
import FoundationEssentials

extension Template.Style {
    fileprivate var part: InstantPart {
        switch self {
        case .full, .short: .moment
        case .date: .date
        case .time: .time
        }
    }
}

/// Turns one phrase into runs.
///
/// Only templates hold markup; a user's words become `quoted` runs whatever stands around them.
struct Renderer {
    private(set) var runs: [Run] = []
    let sentences: Sentences
    var language: Language
    let reader: Reader
    let now: Date
    private var style = Style.plain
    /// Whether what is written next has its line to itself.
    private var standsAlone = true

    private enum Style {
        case plain, bold, code
    }

    init(_ sentences: Sentences, language: Language, _ reader: Reader, now: Date) {
        self.sentences = sentences
        self.language = language
        self.reader = reader
        self.now = now
    }

    mutating func write(_ phrase: Phrase) {
        guard let (template, spoken) = sentences.template(phrase.key, in: language) else {
            write(words: "[\(phrase.key)]")
            return
        }
        let outer = language
        language = spoken
        write(template.pieces, phrase)
        language = outer
    }

    private mutating func write(_ pieces: [Template.Piece], _ phrase: Phrase) {
        for piece in pieces {
            switch piece {
            case .words(let words): write(words: words)
            case .bold(let inner): write(inner, phrase, in: .bold)
            case .code(let inner): write(inner, phrase, in: .code)
            case .link(let label, let url):
                write(link: plain(label, phrase), to: self.url(url, phrase))
            case .gap(let gap): write(gap, phrase)
            }
        }
    }

    private mutating func write(_ pieces: [Template.Piece], _ phrase: Phrase, in style: Style) {
        let outer = self.style
        self.style = style
        write(pieces, phrase)
        self.style = outer
    }

    private mutating func write(_ gap: Template.Gap, _ phrase: Phrase) {
        guard let value = phrase.values[gap.name] else {
            sentences.onMissing(.value(placeholder: gap.name, key: phrase.key))
            write(words: "{\(gap.name)}")
            return
        }
        if let plural = gap.plural {
            if case .number(let number) = value {
                write(plural.pieces(for: number, by: language.rule), phrase)
            } else {
                write(plural.other, phrase)
            }
            return
        }
        let outer = standsAlone
        standsAlone = outer && gap.standsAlone
        write(value, gap.style)
        standsAlone = outer
    }

    private mutating func write(_ value: Phrase.Value, _ momentStyle: Template.Style) {
        switch value {
        case .user(let text):
            let shown = text.shownVerbatim(inline: !standsAlone)
            style == .code ? write(words: shown) : append(.quoted(shown))
        case .code(let text): append(.code(text.shownVerbatim(inline: true, isolated: false)))
        case .number(let number): write(words: number.grouped(by: language.thousands))
        case .moment(let date):
            write(date, as: written(date, momentStyle), shows: momentStyle.part)
        case .distance(let date):
            var inner = self
            (inner.runs, inner.style) = ([], .plain)
            inner.write(distance(to: date))
            write(date, as: Text(inner.runs).plain, shows: .distance)
        case .duration(let seconds): write(span(seconds))
        case .zone(let name): write(words: name)
        case .link(let label, let url): write(link: label, to: url)
        case .mention(let account, let name):
            append(.mention(account, name: name.shownVerbatim(inline: true)))
        case .phrase(let phrase): write(phrase)
        case .lines(let phrases): write(phrases, separator: "\n")
        case .list(let phrases):
            standsAlone = false
            write(phrases, separator: language.words("list.separator") ?? ", ")
        case .translated(let key, let english):
            if let template = language.template(key) {
                write(template.pieces, Phrase(key))
            } else {
                write(words: english)
            }
        }
    }

    private mutating func write(_ phrases: [Phrase], separator: String) {
        for (index, phrase) in phrases.enumerated() {
            if index > 0 { write(words: separator) }
            write(phrase)
        }
    }

    /// What is to be copied is copied as words: no platform shows a moment of its own in there.
    private mutating func write(_ date: Date, as written: String, shows part: InstantPart) {
        style == .code
            ? write(words: written) : append(.instant(date, written: written, shows: part))
    }

    mutating func write(words: String) {
        switch style {
        case .plain: append(.plain(words))
        case .bold: append(.bold(words))
        case .code: append(.code(words))
        }
    }

    /// A link goes where it says: anything but the web and the chat application is shown as characters.
    private mutating func write(link label: String, to url: String) {
        let label = label.shownVerbatim(inline: true)
        let url = url.shownVerbatim(inline: true, isolated: false)
        if ["https://", "http://", "tg://", "mailto:"].contains(where: url.hasPrefix) {
            append(.link(label, url: url))
        } else {
            append(.quoted(label == url ? url : "\(label) (\(url))"))
        }
    }

    /// Neighbours of one kind become one run: fewer entities for a platform to send.
    private mutating func append(_ run: Run) {
        switch (runs.last, run) {
        case (.plain(let a), .plain(let b)): runs[runs.count - 1] = .plain(a + b)
        case (.bold(let a), .bold(let b)): runs[runs.count - 1] = .bold(a + b)
        case (.code(let a), .code(let b)): runs[runs.count - 1] = .code(a + b)
        default: runs.append(run)
        }
    }

    private func plain(_ pieces: [Template.Piece], _ phrase: Phrase) -> String {
        var inner = Renderer(sentences, language: language, reader, now: now)
        inner.standsAlone = false
        inner.write(pieces, phrase)
        return Text(inner.runs).plain
    }

    /// A link's target, where a value that is itself a link counts with its address.
    private func url(_ pieces: [Template.Piece], _ phrase: Phrase) -> String {
        var phrase = phrase
        for (name, value) in phrase.values {
            if case .link(_, let url) = value { phrase.values[name] = .link(label: url, url: url) }
        }
        return plain(pieces, phrase)
    }
}
