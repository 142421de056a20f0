/// Finds the known words near a misspelt one, by what their letters are.
///
/// One slip changes at most two bits of a word's mask, so that most words are ruled out by one exclusive or. That is
/// nearly as fast as an index of letters left out, which would take far more memory than everything else together.
struct SpellingTable {
    private var masks: [UInt64] = []
    /// 0 for what is never meant by anything else: too short, too long, or the accented twin of a word.
    private var lengths: [UInt8] = []

    /// How far a word of so many letters may be from what was meant; nil where a guess would be a gamble.
    static func reach(letters: Int) -> Int? {
        switch letters {
        case ..<4: nil
        case ..<8: 1
        case ...24: 2
        default: nil
        }
    }

    /// The next word; nil where it is no candidate but takes a number.
    mutating func append(_ word: String?) {
        let letters = word.map { Array($0.unicodeScalars) } ?? []
        // A word of three letters can be what somebody meant who typed four.
        let isNear = (3...26).contains(letters.count)
        masks.append(isNear ? Self.mask(letters) : 0)
        lengths.append(isNear ? UInt8(letters.count) : 0)
    }

    /// The numbers of words that may be near; to be measured with `distance`.
    func candidates(for word: String) -> [Int32] {
        let letters = Array(word.unicodeScalars)
        guard let reach = Self.reach(letters: letters.count) else { return [] }
        let mask = Self.mask(letters)
        var found: [Int32] = []
        for (number, length) in lengths.enumerated()
        where length > 0 && abs(Int(length) - letters.count) <= reach
            && (masks[number] ^ mask).nonzeroBitCount <= 2 * reach
        {
            found.append(Int32(number))
        }
        return found
    }

    /// A bit for each letter, and another for each that stands more than once.
    private static func mask(_ letters: [Unicode.Scalar]) -> UInt64 {
        letters.reduce(0) { mask, letter in
            let bit = UInt64(1) << UInt64(letter.value & 31)
            return mask & bit == 0 ? mask | bit : mask | bit << 32
        }
    }

    /// Insertions, omissions, exchanges and transpositions of neighbours between two words.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.unicodeScalars)
        let b = Array(b.unicodeScalars)
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var earlier = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var current = earlier
        for i in 1...a.count {
            current[0] = i
            for j in 1...b.count {
                var best = min(
                    previous[j] + 1, current[j - 1] + 1,
                    previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, earlier[j - 2] + 1)
                }
                current[j] = best
            }
            (earlier, previous, current) = (previous, current, earlier)
        }
        return previous[b.count]
    }
}
