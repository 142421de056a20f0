/// All words of the forum as they were written, each known by a number, and the terms they stand for.
///
/// Most words of a new thread are known: for them neither a stemmer nor a table of small words is asked again.
struct Lexicon {
    private var analyzer = Analyzer()

    private var numberOfWord: [String: Int32] = [:]
    private var words: [Word] = []
    private var texts: [String] = []
    /// How many threads use a word, by its folded form: what a misspelt one may have meant.
    private var uses: [Int32] = []
    private var spellings = SpellingTable()

    /// By language: the term of each word by its number, where it was asked for.
    private var termsOfWords: [[Int32]] = []
    private var languageNumbers: [String: Int] = [:]
    private(set) var languages: [String] = []

    private var numberOfTerm: [String: Int32] = [:]
    private(set) var postings: [Postings] = []

    private struct Word {
        /// The word without accents; itself where it has none.
        var folded: Int32
        var signs: LanguageGuess.Signs
        var isBigram: Bool
    }

    mutating func fold(_ word: String) -> String { analyzer.fold(word) }

    mutating func term(_ word: String, language: String) -> String {
        analyzer.term(word, language: language)
    }

    /// The number of a term that stands somewhere; nil where it never did or no longer does.
    func number(of term: String) -> Int32? {
        guard let number = numberOfTerm[term], postings[Int(number)].count > 0 else { return nil }
        return number
    }

    /// The number of a word, given to it if new.
    mutating func word(_ token: Token) -> Int32 {
        word(token.text, isBigram: token.isBigram)
    }

    private mutating func word(_ text: String, isBigram: Bool) -> Int32 {
        if let known = numberOfWord[text] { return known }
        let folded = isBigram ? text : analyzer.fold(text)
        // A folded form is a word of its own, before the accented one.
        let base = folded == text ? nil : word(folded, isBigram: isBigram)
        let number = Int32(words.count)
        numberOfWord[text] = number
        words.append(
            Word(
                folded: base ?? number, signs: LanguageGuess.signs(of: folded), isBigram: isBigram))
        texts.append(text)
        uses.append(0)
        spellings.append(isBigram || base != nil ? nil : text)
        return number
    }

    mutating func languageNumber(_ language: String) -> Int {
        if let known = languageNumbers[language] { return known }
        languageNumbers[language] = languages.count
        languages.append(language)
        termsOfWords.append([])
        return languages.count - 1
    }

    /// The number of a word's term in a language, given to it if new.
    mutating func term(of word: Int32, language: Int) -> Int32 {
        let place = Int(word)
        if place < termsOfWords[language].count {
            let known = termsOfWords[language][place]
            if known >= 0 { return known }
        } else {
            // Room for the words that come next, too.
            let missing = place + 1 - termsOfWords[language].count
            let extra = max(missing, termsOfWords[language].count / 4)
            termsOfWords[language].append(contentsOf: repeatElement(-1, count: extra))
        }
        let term =
            words[place].isBigram
            ? texts[place] : analyzer.term(texts[place], language: languages[language])
        let number: Int32
        if let known = numberOfTerm[term] {
            number = known
        } else {
            number = Int32(postings.count)
            numberOfTerm[term] = number
            postings.append(Postings())
        }
        termsOfWords[language][place] = number
        return number
    }

    /// The term of a word of a thread that was read in this language.
    func known(_ token: Token, language: Int) -> Int32? {
        guard let word = numberOfWord[token.text], word < termsOfWords[language].count else {
            return nil
        }
        let term = termsOfWords[language][Int(word)]
        return term < 0 ? nil : term
    }

    func signs(of word: Int32) -> LanguageGuess.Signs { words[Int(word)].signs }

    mutating func insert(_ entry: Postings.Entry, term: Int32) {
        postings[Int(term)].insert(entry)
    }

    mutating func remove(thread: Int32, term: Int32) {
        postings[Int(term)].remove(thread)
    }

    /// Counts the words of a thread in (`by` 1) or out (`by` -1) as something a query may have meant; each once.
    mutating func count(_ numbers: [Int32], by change: Int32) {
        var last: Int32 = -1
        for folded in numbers.map({ words[Int($0)].folded }).sorted() where folded != last {
            uses[Int(folded)] += change
            last = folded
        }
    }

    /// Whether a folded word stands somewhere as it is.
    func isUsed(_ folded: String) -> Bool {
        numberOfWord[folded].map { uses[Int($0)] > 0 } ?? false
    }

    /// The two words of the forum that an unknown one is made of, if any: `facemask`, `Testlabor`.
    func parts(of folded: String) -> [String] {
        let letters = Array(folded.unicodeScalars)
        guard (6...40).contains(letters.count) else { return [] }
        var best: (parts: [String], uses: Int32) = ([], 0)
        for cut in 3...(letters.count - 3) {
            let head = String(String.UnicodeScalarView(letters[..<cut]))
            let tail = String(String.UnicodeScalarView(letters[cut...]))
            guard let first = numberOfWord[head], let second = numberOfWord[tail] else { continue }
            // Of several cuts the one whose rarer part is used most.
            let uses = min(uses[Int(first)], uses[Int(second)])
            if uses > best.uses { best = ([head, tail], uses) }
        }
        return best.parts
    }

    /// The words of the forum nearest to a misspelt one, most used first; only those at the least distance.
    func repairs(of folded: String, limit: Int = 4) -> [String] {
        guard let reach = SpellingTable.reach(letters: folded.unicodeScalars.count),
            !folded.unicodeScalars.contains(where: { $0.properties.numericType != nil })
        else { return [] }
        var best = reach
        var found: [(word: String, uses: Int32)] = []
        for number in spellings.candidates(for: folded) where uses[Int(number)] > 0 {
            let word = texts[Int(number)]
            let distance = SpellingTable.distance(folded, word)
            if distance > best { continue }
            if distance < best { found = [] }
            best = distance
            found.append((word, uses[Int(number)]))
        }
        return found.sorted { ($1.uses, $0.word) < ($0.uses, $1.word) }.prefix(limit).map(\.word)
    }
}
