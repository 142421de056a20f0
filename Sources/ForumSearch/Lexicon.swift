/// All terms of the forum and where they stand, and all words as they were written.
struct Lexicon {
    private var numbers: [String: Int32] = [:]
    private(set) var postings: [Postings] = []
    /// A word's term, by language: most words of a new thread are known, and need no stemmer.
    private var termOfWord: [String: [String: Int32]] = [:]
    private var analyzer = Analyzer()

    /// Words as written, folded: what a misspelt one may have meant. How many threads use each follows its use.
    private var written: [String: Int32] = [:]
    private var writtenWords: [String] = []
    private var uses: [Int32] = []
    private var deletions = DeletionIndex()

    mutating func fold(_ word: String) -> String { analyzer.fold(word) }

    mutating func term(_ word: String, language: String) -> String {
        analyzer.term(word, language: language)
    }

    /// The number of a term that stands somewhere; nil where it never did or no longer does.
    func number(of term: String) -> Int32? {
        guard let number = numbers[term], postings[Int(number)].count > 0 else { return nil }
        return number
    }

    /// The number of a token's term, made if new.
    mutating func number(of token: Token, language: String) -> Int32 {
        if let known = termOfWord[language]?[token.text] { return known }
        let term = token.isBigram ? token.text : analyzer.term(token.text, language: language)
        let number: Int32
        if let known = numbers[term] {
            number = known
        } else {
            number = Int32(postings.count)
            numbers[term] = number
            postings.append(Postings())
        }
        termOfWord[language, default: [:]][token.text] = number
        return number
    }

    /// The number of a word of a thread that was read in this language.
    func known(_ token: Token, language: String) -> Int32? { termOfWord[language]?[token.text] }

    mutating func insert(_ entry: Postings.Entry, term: Int32) {
        postings[Int(term)].insert(entry)
    }

    mutating func remove(thread: Int32, term: Int32) {
        postings[Int(term)].remove(thread)
    }

    /// Counts the words of a thread in (`by` 1) or out (`by` -1) as something a query may have meant.
    mutating func count(_ words: Set<String>, by change: Int32) {
        for word in words {
            let folded = analyzer.fold(word)
            if let number = written[folded] {
                uses[Int(number)] += change
            } else if change > 0 {
                let number = Int32(writtenWords.count)
                written[folded] = number
                writtenWords.append(folded)
                uses.append(change)
                deletions.insert(folded, number: number)
            }
        }
    }

    /// The words of the forum nearest to a misspelt one, most used first; only those at the least distance.
    func repairs(of folded: String, limit: Int = 4) -> [String] {
        guard let reach = DeletionIndex.reach(letters: folded.unicodeScalars.count),
            !folded.unicodeScalars.contains(where: { $0.properties.numericType != nil })
        else { return [] }
        var best = reach
        var found: [(word: String, uses: Int32)] = []
        for number in deletions.candidates(for: folded).sorted() where uses[Int(number)] > 0 {
            let word = writtenWords[Int(number)]
            let distance = DeletionIndex.distance(folded, word)
            if distance > best { continue }
            if distance < best { found = [] }
            best = distance
            found.append((word, uses[Int(number)]))
        }
        return found.sorted { ($1.uses, $0.word) < ($0.uses, $1.word) }.prefix(limit).map(\.word)
    }
}
