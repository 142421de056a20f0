/// Finds the known words near a misspelt one by what both become when letters are left out.
///
/// Leaving one letter out of each covers every insertion, omission, exchange and transposition at distance 1; words of
/// eight letters and more are kept with two left out. Only the first seven letters count for the keys.
struct DeletionIndex {
    private static let keyLetters = 7

    private var heads: [UInt64: Int32] = [:]
    private var links: [(word: Int32, next: Int32)] = []

    /// How far a word of so many letters may be from what was meant; nil where a guess would be a gamble.
    static func reach(letters: Int) -> Int? {
        switch letters {
        case ..<4: nil
        case ..<8: 1
        case ...24: 2
        default: nil
        }
    }

    mutating func insert(_ word: String, number: Int32) {
        let letters = Array(word.unicodeScalars)
        guard let reach = Self.reach(letters: letters.count) else { return }
        for key in Self.keys(letters, reach) {
            links.append((number, heads[key] ?? -1))
            heads[key] = Int32(links.count - 1)
        }
    }

    /// The numbers of words that may be near; to be measured with `distance`.
    func candidates(for word: String) -> Set<Int32> {
        let letters = Array(word.unicodeScalars)
        guard let reach = Self.reach(letters: letters.count) else { return [] }
        var found: Set<Int32> = []
        for key in Self.keys(letters, reach) {
            var link = heads[key] ?? -1
            while link >= 0 {
                found.insert(links[Int(link)].word)
                link = links[Int(link)].next
            }
        }
        return found
    }

    private static func keys(_ letters: [Unicode.Scalar], _ reach: Int) -> Set<UInt64> {
        let prefix = Array(letters.prefix(keyLetters))
        var keys: Set<UInt64> = [hash(prefix, without: -1, -1)]
        for first in prefix.indices {
            keys.insert(hash(prefix, without: first, -1))
            guard reach > 1 else { continue }
            for second in prefix.indices.dropFirst(first + 1) {
                keys.insert(hash(prefix, without: first, second))
            }
        }
        return keys
    }

    private static func hash(
        _ letters: [Unicode.Scalar], without first: Int, _ second: Int
    ) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (position, letter) in letters.enumerated() where position != first && position != second
        {
            hash = (hash ^ UInt64(letter.value)) &* 0x100_0000_01B3
        }
        return hash
    }

    /// Insertions, omissions, exchanges and transpositions of neighbours between two words.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.unicodeScalars)
        let b = Array(b.unicodeScalars)
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var earlier = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var current = [i]
            current.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                var best = min(
                    previous[j] + 1, current[j - 1] + 1,
                    previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, earlier[j - 2] + 1)
                }
                current.append(best)
            }
            earlier = previous
            previous = current
        }
        return previous[b.count]
    }
}
