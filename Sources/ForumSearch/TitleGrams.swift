import Glibc

/// The three- and four-letter pieces of a title, to compare spellings where words differ.
struct TitleGrams {
    /// Hashes of the pieces, ascending, each once. Sixteen bits: a title has a hundred pieces, and a forum a million
    /// titles.
    let pieces: [UInt16]

    init(_ words: some Sequence<String>) {
        var letters: [UInt32] = [32]
        for word in words {
            letters += word.unicodeScalars.lazy.map(\.value)
            letters.append(32)
        }
        var pieces: [UInt16] = []
        pieces.reserveCapacity(2 * letters.count)
        for start in letters.indices {
            var hash: UInt32 = 0x811C_9DC5
            for length in 1...4 where start + length <= letters.count {
                hash = (hash ^ letters[start + length - 1]) &* 0x0100_0193
                if length >= 3 { pieces.append(UInt16(truncatingIfNeeded: hash ^ hash >> 16)) }
            }
        }
        pieces.sort()
        var unique: [UInt16] = []
        unique.reserveCapacity(pieces.count)
        for piece in pieces where unique.last != piece { unique.append(piece) }
        self.pieces = unique
    }

    /// 0 … 1: how much of a question's pieces a title has; a long title has some of any question's by chance, so its
    /// length counts, too, but less.
    func likeness(to title: TitleGrams) -> Double {
        let common = common(with: title)
        guard common > 0 else { return 0 }
        let length =
            pow(Double(pieces.count), 1 - Weights.titleGrams)
            * pow(Double(title.pieces.count), Weights.titleGrams)
        return min(1, Double(common) / length)
    }

    private func common(with other: TitleGrams) -> Int {
        pieces.withUnsafeBufferPointer { a in
            other.pieces.withUnsafeBufferPointer { b in
                var here = 0
                var there = 0
                var common = 0
                while here < a.count, there < b.count {
                    let (one, two) = (a[here], b[there])
                    if one == two { common += 1 }
                    if one <= two { here += 1 }
                    if two <= one { there += 1 }
                }
                return common
            }
        }
    }
}
