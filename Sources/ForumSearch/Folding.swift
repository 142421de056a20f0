/// Makes letters that people type for each other the same: é and e, ß and ss, ё and е.
///
/// The base letter is read from the character's Unicode name ("LATIN SMALL LETTER E WITH ACUTE"), so there is no table
/// to keep. Vowel signs of Indic scripts are letters in all but name and stay.
struct Folding {
    private var known: [Unicode.Scalar: String] = [:]

    mutating func fold(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 128 }) { return word }
        var folded = ""
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                folded.unicodeScalars.append(scalar)
            } else if let letter = known[scalar] {
                folded += letter
            } else {
                let letter = Self.base(of: scalar)
                known[scalar] = letter
                folded += letter
            }
        }
        return folded
    }

    private static func base(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        // Accents on their own, Arabic vowel marks and the stretching stroke, Hebrew points, joiners.
        case 0x0300...0x036F, 0x064B...0x0652, 0x0640, 0x0591...0x05C7, 0x200C, 0x200D: return ""
        case 0xDF: return "ss"
        case 0xE6: return "ae"
        case 0x153: return "oe"
        case 0x451: return "\u{435}"
        case 0x3C2: return "\u{3C3}"
        default: break
        }
        let name = scalar.properties.name ?? ""
        for (prefix, alphabet) in alphabets where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            let letter = rest.prefix { $0 != " " }
            if rest.dropFirst(letter.count).hasPrefix(" WITH "), let base = alphabet[letter] {
                return base
            }
        }
        return String(scalar)
    }

    private static let alphabets: [(prefix: String, letters: [Substring: String])] = [
        ("LATIN SMALL LETTER ", letters(0x61...0x7A, "LATIN SMALL LETTER ")),
        ("GREEK SMALL LETTER ", letters(0x3B1...0x3C9, "GREEK SMALL LETTER ")),
    ]

    private static func letters(
        _ range: ClosedRange<UInt32>, _ prefix: String
    ) -> [Substring: String] {
        var letters: [Substring: String] = [:]
        for scalar in range.compactMap(Unicode.Scalar.init) {
            guard let name = scalar.properties.name, name.hasPrefix(prefix) else { continue }
            letters[name.dropFirst(prefix.count)] = String(scalar)
        }
        return letters
    }
}
