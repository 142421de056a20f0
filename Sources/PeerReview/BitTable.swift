/// Yes or no for every pair of a row and a column, a bit each: ten thousand learners by as many works take 12 MB.
struct BitTable {
    private let wordsPerRow: Int
    private var words: [UInt64]

    init(rows: Int, columns: Int) {
        wordsPerRow = (columns + 63) / 64
        words = [UInt64](repeating: 0, count: rows * wordsPerRow)
    }

    subscript(row: Int, column: Int) -> Bool {
        get { words[row &* wordsPerRow &+ column &>> 6] &>> UInt64(column & 63) & 1 != 0 }
        set {
            let bit = 1 as UInt64 &<< UInt64(column & 63)
            if newValue {
                words[row * wordsPerRow + column >> 6] |= bit
            } else {
                words[row * wordsPerRow + column >> 6] &= ~bit
            }
        }
    }

    /// Sets a row to all that are in another table's row.
    mutating func copy(_ row: Int, from source: Int, of other: BitTable) {
        for word in 0..<wordsPerRow {
            words[row * wordsPerRow + word] = other.words[source * wordsPerRow + word]
        }
    }

    /// Takes out of a row all that are in another table's row.
    mutating func subtract(_ row: Int, _ source: Int, of other: BitTable) {
        for word in 0..<wordsPerRow {
            words[row * wordsPerRow + word] &= ~other.words[source * wordsPerRow + word]
        }
    }

    /// The columns that are set in a row, in order.
    func columns(of row: Int) -> [Int] {
        var columns: [Int] = []
        for index in 0..<wordsPerRow {
            var word = words[row * wordsPerRow + index]
            while word != 0 {
                columns.append(index * 64 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
        return columns
    }
}
