import Chat

/// A cohort's id, `[a-z0-9-]{1,64}`: a configuration file's name, or made from the name given in chat.
package struct CohortID: RawRepresentable, Hashable, Codable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static func < (a: CohortID, b: CohortID) -> Bool { a.rawValue < b.rawValue }

    /// The id that a name would have: lower-case letters and digits, everything else a hyphen; `cohort` when
    /// nothing is left (a name in another script).
    package init(named name: String) {
        var id = ""
        for scalar in name.lowercased().unicodeScalars.prefix(200) {
            if scalar.isASCII,
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            {
                id.unicodeScalars.append(scalar)
            } else if !id.hasSuffix("-"), !id.isEmpty {
                id.append("-")
            }
        }
        id = String(id.prefix(40))
        while id.hasSuffix("-") { id.removeLast() }
        self.init(rawValue: id.isEmpty ? "cohort" : id)
    }
}

/// The id of a deadline, reminder, work, round, review, thread or pair of study buddies: a letter for the kind and a short base-32 number,
/// such as `r7f`: easy to type on a phone and short enough for a button.
package struct ShortID: RawRepresentable, Hashable, Codable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package enum Kind: String, Sendable {
        case deadline = "d"
        case reminder = "r"
        case work = "w"
        case round = "n"
        case review = "v"
        case thread = "q"
        case job = "j"
        case person = "p"
        /// Study buddies.
        case buddies = "b"

        fileprivate var letter: UInt8? { rawValue.utf8.first }
    }

    // Crockford's alphabet: no i, l, o, u, which are misread or spell words.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let values = (0...UInt8.max).map { alphabet.firstIndex(of: $0) }

    package init(_ kind: Kind, _ number: Int) {
        var rest = number
        var length = 2
        while rest >= 32 {
            rest /= 32
            length += 1
        }
        // At most fourteen bytes, which a string holds without memory of its own: a minute may need ten thousand.
        let id = String(unsafeUninitializedCapacity: length) { bytes in
            rest = number
            for position in stride(from: length - 1, to: 0, by: -1) {
                bytes[position] = Self.alphabet[rest % 32]
                rest /= 32
            }
            bytes[0] = kind.letter ?? 0
            return length
        }
        self.init(rawValue: id)
    }

    /// The number that this id was made of; nil where it is of another kind or was made otherwise.
    func number(of kind: Kind) -> Int? {
        guard rawValue.utf8.first == kind.letter, 2...13 ~= rawValue.utf8.count else { return nil }
        var number = 0
        for digit in rawValue.utf8.dropFirst() {
            guard let value = Self.values[Int(digit)] else { return nil }
            number = number * 32 + value
        }
        // A number is written without noughts before it.
        let leading = number >> (5 * (rawValue.utf8.count - 2))
        return leading > 0 || rawValue.utf8.count == 2 ? number : nil
    }

    /// Reads what a person typed: any case, with a `#` or quotes around it.
    package init(typed text: String) {
        let kept = text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        self.init(rawValue: String(kept.prefix(16)))
    }

    package static func < (a: ShortID, b: ShortID) -> Bool {
        (a.rawValue.utf8.count, a.rawValue) < (b.rawValue.utf8.count, b.rawValue)
    }
}
