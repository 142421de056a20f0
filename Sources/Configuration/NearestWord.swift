/// The word that somebody meant who wrote another one.
enum NearestWord {
    /// The closest of `words`, where it is close enough to be a slip of the finger.
    static func to(_ typed: String, among words: some Sequence<String>) -> String? {
        let letters = Array(typed.lowercased())
        // A third of the letters may be wrong, so that "zone" is never offered for "name".
        let limit = max(1, letters.count / 3)
        return words.map { ($0, distance(letters, Array($0.lowercased()))) }
            .filter { $0.1 <= limit }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Damerau and Levenshtein's distance: letters left out, put in, replaced, or swapped with their neighbour.
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        // Nobody misspells a word this long; and the table must stay small.
        guard a.count <= 64, b.count <= 64 else { return max(a.count, b.count) }
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                let same = a[i - 1] == b[j - 1]
                var best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, before[j - 2] + 1)
                }
                row.append(best)
            }
            before = above
            above = row
        }
        return above[b.count]
    }
}
