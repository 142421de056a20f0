package import Chat
package import Cohorts
package import Dates

/// What was typed for each field of a command, by the field's name.
package struct Arguments: Sendable {
    package var words: [String: String]
    /// The file that goes with them, not fetched yet.
    package var file: GivenFile?
    /// The file that the command waited for.
    package var content: FileContent?

    package init(
        _ words: [String: String] = [:], file: GivenFile? = nil, content: FileContent? = nil
    ) {
        self.words = words
        self.file = file
        self.content = content
    }

    package subscript(name: String) -> String? { words[name] }

    /// The pseudo-field that holds a person's yes to what a command showed first.
    package static let confirmation = "@confirm"

    package var isConfirmed: Bool { words[Self.confirmation].map(Self.agrees) ?? false }

    /// Whether an answer to "shall I?" is a yes, in the languages we speak.
    package static func agrees(_ words: String) -> Bool {
        ["yes", "y", "ok", "sí", "si", "sim", "oui", "हाँ", "हां"].contains(words.lowercased())
    }
}

extension Arguments {
    /// Divides what follows a command's name among its fields, in their order.
    ///
    /// `|` parts fields where somebody wrote it. Without it a word field takes a word, a date takes the longest run of
    /// words that is a date, an assignment the longest run that names one, and the last text takes the rest.
    package init(
        _ text: String, for fields: [FieldCard], dates: DateReader, context: DateContext,
        assignments: [String]
    ) {
        self.init()
        // Where a date ends is the same whether it may repeat or not; whether it may is for its field to say.
        var context = context
        context.acceptsRepeats = true
        var rest = text.trimmed
        if rest.contains("|"), fields.contains(where: \.kind.takesSpaces) {
            take(bars: rest, for: fields)
            return
        }
        for (index, field) in fields.enumerated() where !rest.isEmpty {
            let isLast = index == fields.count - 1
            switch field.kind {
            case .word, .reminder, .review:
                words[field.name] = rest.takeWord()
            case .number:
                let word = rest.prefix { !$0.isWhitespace }
                if field.isRequired || word.isNumberTyped {
                    words[field.name] = rest.takeWord()
                }
            case .choice(let choices):
                let word = rest.prefix { !$0.isWhitespace }.lowercased()
                if field.isRequired || choices.contains(word) {
                    words[field.name] = rest.takeWord().lowercased()
                }
            case .assignment:
                if isLast {
                    words[field.name] = rest
                    rest = ""
                } else if let name = Self.prefix(of: rest, naming: assignments) {
                    words[field.name] = name
                    rest = String(rest.dropFirst(name.count)).trimmed
                } else if fields[(index + 1)...].allSatisfy({ !$0.isRequired }) {
                    words[field.name] = rest
                    rest = ""
                }
            case .moment:
                if isLast {
                    words[field.name] = rest
                    rest = ""
                } else if let found = dates.readPrefix(rest, in: context) {
                    words[field.name] = String(rest.dropLast(found.rest.count)).trimmed
                    rest = found.rest
                } else if let found = dates.readSuffix(rest, in: context) {
                    words[field.name] = String(rest.dropFirst(found.rest.count)).trimmed
                    rest = found.rest
                }
            case .text, .file, .cohort, .zone:
                if !isLast, fields[index + 1].kind == .moment,
                    let found = dates.readSuffix(rest, in: context), !found.rest.isEmpty
                {
                    words[field.name] = found.rest
                    rest = String(rest.dropFirst(found.rest.count)).trimmed
                } else {
                    words[field.name] = rest
                    rest = ""
                }
            }
        }
    }

    private mutating func take(bars text: String, for fields: [FieldCard]) {
        var rest = text
        for (index, field) in fields.enumerated() {
            // The last field keeps any further bars: they are part of its text.
            let bar = index == fields.count - 1 ? nil : rest.firstIndex(of: "|")
            var part = bar.map { String(rest[..<$0]).trimmed } ?? rest
            if bar != nil, !field.kind.takesSpaces, part.contains(where: \.isWhitespace) {
                // A single word needs no bar behind it: what follows belongs to the next field.
                let isNumber = part.takeWord().isNumberTyped
                if field.kind == .number, !field.isRequired, !isNumber { continue }
                words[field.name] = rest.takeWord()
                continue
            }
            rest = bar.map { String(rest[rest.index(after: $0)...]).trimmed } ?? ""
            if !part.isEmpty { words[field.name] = part }
        }
    }

    /// The longest beginning of a text that is one of the names, up to a word's end; case does not matter.
    private static func prefix(of text: String, naming names: [String]) -> String? {
        names.compactMap { name -> String? in
            guard !name.isEmpty, text.count >= name.count else { return nil }
            let head = text.prefix(name.count)
            let next = text.dropFirst(name.count).first
            guard head.lowercased() == name.lowercased(), next?.isWhitespace ?? true else {
                return nil
            }
            return String(head)
        }.max { $0.count < $1.count }
    }
}

extension String {
    var trimmed: String {
        // As nearly every text is: nothing to take off, and no need to look at its characters.
        if let first = utf8.first, let last = utf8.last, first.isInk, last.isInk { return self }
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// Removes and returns the first word.
    mutating func takeWord() -> String {
        let word = prefix(upTo: wordEnd)
        let taken = String(word)
        self = String(self[word.endIndex...]).trimmed
        return taken
    }

    /// Where the first word ends.
    private var wordEnd: Index {
        let plain = utf8.prefix { $0.isInk }.endIndex
        // A space after plain letters ends the word; anything but ASCII is a matter for characters.
        if plain == endIndex || utf8[plain] == UInt8(ascii: " ") { return plain }
        return firstIndex { $0.isWhitespace } ?? endIndex
    }
}

extension StringProtocol {
    /// Whether somebody meant a number: `3`, `#3`, `k:3`; the id of something, such as `d12`, is none.
    fileprivate var isNumberTyped: Bool {
        let digits = lastIndex(of: ":").map { self[index(after: $0)...] } ?? self[...]
        return digits.contains(where: \.isWholeNumber) && !digits.contains(where: \.isLetter)
    }
}

extension UInt8 {
    /// Whether it is a character of ASCII that can be seen.
    fileprivate var isInk: Bool { self > 0x20 && self < 0x7F }
}
