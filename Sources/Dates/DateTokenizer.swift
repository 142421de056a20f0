/// Cuts a text into words, numbers and signs, in one pass over its scalars.
struct DateTokenizer {
    private var tokens: [DateToken] = []
    /// Where a phrase of the vocabulary may begin.
    private var beginnings: [(index: Int, phrases: [Vocabulary.Phrase])] = []
    private let vocabulary: Vocabulary
    private var word = String.UnicodeScalarView()
    private var start = 0
    private var isCapitals = true
    private var isCapitalised = false
    private var value = 0
    private var digits = 0
    private var followsSpace = false
    private var state = State.between

    private enum State { case between, word, number }

    /// The tokens of a text; phrases of the vocabulary are one token each.
    static func tokens(of text: Substring, in vocabulary: Vocabulary) -> [DateToken] {
        var tokenizer = DateTokenizer(vocabulary: vocabulary)
        tokenizer.read(text)
        return tokenizer.joiningPhrases()
    }

    private init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    private mutating func read(_ text: Substring) {
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            take(scalar, from: offset)
            offset = end
        }
        flush(at: offset)
    }

    private mutating func take(_ scalar: Unicode.Scalar, from offset: Int) {
        switch Self.kind(of: scalar) {
        case .digit(let digit):
            if state != .number { begin(.number, at: offset) }
            digits += 1
            if digits <= 9 { value = value * 10 + digit }
        case .letter:
            let plain = Self.lowered(scalar)
            let lower = plain == nil ? scalar.properties.lowercaseMapping : ""
            let isCapital = plain.map { $0 != scalar } ?? (lower != String(scalar))
            if state != .word {
                begin(.word, at: offset)
                isCapitalised = isCapital
            }
            if !isCapital { isCapitals = false }
            if let plain {
                word.append(plain)
            } else {
                for part in lower.unicodeScalars { Folding.append(part, to: &word) }
            }
        case .apostrophe where state == .word:
            // "d'octobre" is two words, "o'clock" and "aujourd'hui" are one.
            if word.count == 1, let letter = word.first, letter == "d" || letter == "l" {
                flush(at: offset)
            }
        case .space:
            flush(at: offset)
            followsSpace = true
        case .apostrophe:
            flush(at: offset)
        case .sign(let sign):
            flush(at: offset)
            append(.sign(sign), [], offset..<offset + UTF8.width(scalar))
        }
    }

    private mutating func begin(_ next: State, at offset: Int) {
        flush(at: offset)
        state = next
        start = offset
        isCapitals = true
    }

    private mutating func flush(at end: Int) {
        switch state {
        case .between: break
        case .word:
            let text = String(word)
            let entry = vocabulary.entry(text)
            if let phrases = entry?.phrases, !phrases.isEmpty {
                beginnings.append((tokens.count, phrases))
            }
            append(.word(text), entry?.lexemes ?? [], start..<end)
        case .number where digits <= 9:
            append(.number(value: value, digits: digits), [], start..<end)
        case .number:
            append(.word("#"), [], start..<end)
        }
        state = .between
        word = String.UnicodeScalarView()
        (value, digits) = (0, 0)
    }

    private mutating func append(_ kind: DateToken.Kind, _ lexemes: [Lexeme], _ range: Range<Int>) {
        tokens.append(
            DateToken(
                kind: kind, lexemes: lexemes, range: range, followsSpace: followsSpace,
                isCapitals: isCapitals, isCapitalised: isCapitalised))
        followsSpace = false
    }

    /// Puts the words of a phrase into one token, the longest phrase first.
    private func joiningPhrases() -> [DateToken] {
        guard !beginnings.isEmpty else { return tokens }
        var joined: [DateToken] = []
        joined.reserveCapacity(tokens.count)
        var index = 0
        var rest = beginnings[...]
        while index < tokens.count {
            while let first = rest.first, first.index < index { rest.removeFirst() }
            let token = tokens[index]
            if let first = rest.first, first.index == index,
                let (last, lexemes) = longest(of: first.phrases, at: index)
            {
                joined.append(
                    DateToken(
                        kind: token.kind, lexemes: lexemes,
                        range: token.range.lowerBound..<tokens[last].range.upperBound,
                        followsSpace: token.followsSpace, isCapitals: false,
                        isCapitalised: token.isCapitalised))
                index = last + 1
            } else {
                joined.append(token)
                index += 1
            }
        }
        return joined
    }

    /// The longest phrase that begins at a token: its last token and what it means.
    private func longest(
        of phrases: [Vocabulary.Phrase], at index: Int
    ) -> (last: Int, lexemes: [Lexeme])? {
        for phrase in phrases {
            var last = index
            let fits = phrase.rest.allSatisfy { word in
                last += 1
                // "sexta-feira" and "après-demain" are phrases too.
                if last < tokens.count, tokens[last].isSign("-") { last += 1 }
                return last < tokens.count && tokens[last].kind == .word(word)
            }
            if fits { return (last, phrase.lexemes) }
        }
        return nil
    }
}

extension DateTokenizer {
    private enum ScalarKind {
        case digit(Int), letter, apostrophe, space, sign(UInt8)
    }

    /// The small letter of one without accents; nil for all others, which take a look into Unicode's tables.
    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
        case 0x5F, 0x61...0x7A: scalar
        default: nil
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> ScalarKind {
        switch scalar.value {
        case 0x30...0x39: .digit(Int(scalar.value) - 0x30)
        case 0x966...0x96F: .digit(Int(scalar.value) - 0x966)
        case 0x41...0x5A, 0x61...0x7A, 0x5F: .letter
        case 0x27, 0x2019, 0x2032...0x2037, 0x2B9...0x2BC, 0xA78C: .apostrophe
        case 0...0x20, 0x7F...0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: .space
        case 0x21...0x7E: .sign(UInt8(scalar.value))
        case 0x2010...0x2015, 0x2212: .sign(UInt8(ascii: "-"))
        case 0xAB, 0xBB, 0x2018...0x201F: .sign(UInt8(ascii: "\""))
        case 0x2026, 0x964: .sign(UInt8(ascii: "."))
        default: .letter
        }
    }
}
