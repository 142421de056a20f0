/// Splits any text into words.
///
/// A word is a run of letters, digits and the marks that belong to them: without its marks a Hindi word is another
/// one. Chinese, Japanese, Thai and their like write no spaces, so there every two neighbouring signs are a token.
enum Tokenizer {
    /// Longer words are cut: nobody searches for them, and a hostile text must not fill the index with one.
    static let longestWord = 64

    static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.utf8.count / 6)
        var word = Word()
        var previous: (scalar: Unicode.Scalar, start: Int)?
        var offset = 0
        for scalar in text.unicodeScalars {
            let start = offset
            offset += UTF8.width(scalar)
            let kind = Kind(scalar)
            if kind != .sign, let single = previous {
                // The last sign of a run is a token only where it stands alone.
                if tokens.last?.place.upperBound != start || tokens.last?.isBigram != true {
                    tokens.append(
                        Token(
                            text: String(single.scalar), place: single.start..<start,
                            isBigram: true))
                }
                previous = nil
            }
            switch kind {
            case .letter:
                word.append(scalar, at: start)
            case .mark:
                if !word.isEmpty { word.append(scalar, at: start) }
            case .sign:
                word.finish(into: &tokens)
                if let before = previous {
                    var pair = String(before.scalar)
                    pair.unicodeScalars.append(scalar)
                    tokens.append(
                        Token(text: pair, place: before.start..<offset, isBigram: true))
                }
                previous = (scalar, start)
            case .other:
                word.finish(into: &tokens)
            }
        }
        word.finish(into: &tokens)
        if let single = previous,
            tokens.last?.place.upperBound != offset || tokens.last?.isBigram != true
        {
            tokens.append(
                Token(text: String(single.scalar), place: single.start..<offset, isBigram: true))
        }
        return tokens
    }

    private struct Word {
        private var text = ""
        private var start = 0
        private var end = 0
        private var length = 0

        var isEmpty: Bool { length == 0 }

        mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
            if length == 0 { start = offset }
            end = offset + UTF8.width(scalar)
            length += 1
            guard length <= longestWord else { return }
            if scalar.isASCII {
                let isUpper = scalar.value >= 65 && scalar.value <= 90
                text.unicodeScalars.append(
                    isUpper ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
            } else {
                text += scalar.properties.lowercaseMapping
            }
        }

        mutating func finish(into tokens: inout [Token]) {
            guard length > 0 else { return }
            tokens.append(Token(text: text, place: start..<end))
            text = ""
            length = 0
        }
    }

    private enum Kind {
        case letter, mark, sign, other

        init(_ scalar: Unicode.Scalar) {
            let value = scalar.value
            if value < 128 {
                let isWord =
                    (97...122).contains(value) || (65...90).contains(value)
                    || (48...57).contains(value)
                self = isWord ? .letter : .other
                return
            }
            if Self.isUnspaced(value) {
                self = .sign
                return
            }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .decimalNumber, .letterNumber, .otherNumber:
                self = .letter
            case .nonspacingMark, .spacingMark, .enclosingMark:
                self = .mark
            default:
                // Joiners shape Persian and Indic words without ending them.
                self = value == 0x200C || value == 0x200D ? .mark : .other
            }
        }

        /// Thai to Lao, Burmese, Khmer, kana, Han.
        private static func isUnspaced(_ value: UInt32) -> Bool {
            switch value {
            case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x103F,
                0x1780...0x17D3, 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
                0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                true
            default: false
            }
        }
    }
}
