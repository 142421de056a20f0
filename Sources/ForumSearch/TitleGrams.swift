/// The three- and four-letter pieces of a title, to compare spellings where words differ.
struct TitleGrams {
    /// Hashes of the pieces, ascending, each once.
    let pieces: [UInt32]

    init(_ words: some Sequence<String>) {
        var letters: [Unicode.Scalar] = [" "]
        for word in words {
            letters += word.unicodeScalars
            letters.append(" ")
        }
        var pieces: [UInt32] = []
        pieces.reserveCapacity(2 * letters.count)
        for start in letters.indices {
            var hash: UInt32 = 0x811C_9DC5
            for length in 1...4 where start + length <= letters.count {
                hash = (hash ^ letters[start + length - 1].value) &* 0x0100_0193
                if length >= 3 { pieces.append(hash) }
            }
        }
        pieces.sort()
        var unique: [UInt32] = []
        unique.reserveCapacity(pieces.count)
        for piece in pieces where unique.last != piece { unique.append(piece) }
        self.pieces = unique
    }

    /// 0 … 1: the cosine between two titles as sets of pieces.
    func cosine(_ other: TitleGrams) -> Double {
        guard !pieces.isEmpty, !other.pieces.isEmpty else { return 0 }
        var here = 0
        var there = 0
        var common = 0
        while here < pieces.count, there < other.pieces.count {
            let (a, b) = (pieces[here], other.pieces[there])
            if a == b { common += 1 }
            if a <= b { here += 1 }
            if b <= a { there += 1 }
        }
        return Double(common)
            / (Double(pieces.count) * Double(other.pieces.count)).squareRoot()
    }
}
