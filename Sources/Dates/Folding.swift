/// Lower case without accents, so that `São` is found under `sao`.
///
/// Covers the Latin letters of Western and Central European languages and the dotted letters of Devanagari, which
/// have two spellings; other scripts stay as they are.
enum Folding {
    static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars { append(scalar, to: &folded) }
        return String(folded)
    }

    /// Appends a lower-case scalar in its plain form; a combining accent is left out.
    static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0..<0x80: folded.append(scalar)
        case 0x300...0x36F, 0x93C: break
        case 0x958...0x95F: folded.append(withoutNukta[Int(scalar.value) - 0x958])
        case 0xDF: folded.append(contentsOf: "ss".unicodeScalars)
        case 0xE6: folded.append(contentsOf: "ae".unicodeScalars)
        case 0x153: folded.append(contentsOf: "oe".unicodeScalars)
        case 0xE0...0x17F: folded.append(base[scalar] ?? scalar)
        default: folded.append(scalar)
        }
    }

    private static let withoutNukta: [Unicode.Scalar] = ["क", "ख", "ग", "ज", "ड", "ढ", "फ", "य"]

    private static let base: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
            ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşš"), ("t", "ţťŧ"),
            ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var base: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, accented) in groups {
            for scalar in accented.unicodeScalars { base[scalar] = letter }
        }
        return base
    }()
}
