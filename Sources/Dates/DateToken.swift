/// A word, a number or a sign of a text, with what it can mean.
struct DateToken: Sendable {
    enum Kind: Hashable, Sendable {
        /// Up to nine digits.
        case number(value: Int, digits: Int)
        /// Folded: lower case, no accents, no apostrophes.
        case word(String)
        case sign(UInt8)
    }

    let kind: Kind
    let lexemes: [Lexeme]
    /// Where it stands in the text, in UTF-8 bytes.
    let range: Range<Int>
    let followsSpace: Bool
    /// Whether it was typed in capitals only.
    let isCapitals: Bool
    /// Whether it begins with a capital.
    let isCapitalised: Bool

    var number: (value: Int, digits: Int)? {
        if case .number(let value, let digits) = kind { (value, digits) } else { nil }
    }

    var word: String? { if case .word(let word) = kind { word } else { nil } }

    func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign(UInt8(ascii: sign)) }
}
