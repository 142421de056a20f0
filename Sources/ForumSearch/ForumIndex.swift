/// Finds the threads that answer a question: an index in memory, changed thread by thread.
///
/// ```swift
/// let index = ForumIndex()
/// index.add(ForumThread(id: "t1", title: "When is Quiz 2 due?", body: "…", answer: "Friday, 18:00 UTC."))
/// let result = index.search("deadline of the second quiz")
/// ```
/// Derived from the journal at start and never a second source of truth. A class without `Sendable`: it stays inside
/// one actor, whose searches therefore never meet a half-applied change.
public final class ForumIndex {
    /// What ranking needs to know about a thread beside its terms.
    struct Entry {
        var thread: ForumThread
        /// By its number in the lexicon.
        var language: UInt8
        var grams: TitleGrams
    }

    /// How many words a thread has; apart from the entries because ranking reads little else.
    struct Lengths {
        var title: Int32 = 0
        var body: Int32 = 0
    }

    /// The language of a text that does not tell its own.
    public let language: String
    private(set) var synonyms: Thesaurus
    var lexicon = Lexicon()
    /// By number; freed numbers are given out again.
    var entries: [Entry?] = []
    private(set) var lengths: [Lengths] = []
    private var numbers: [String: Int32] = [:]
    private var free: [Int32] = []
    private var titleWords = 0
    private var bodyWords = 0
    /// How many threads there are in each language, by its number in the lexicon.
    private var threadsByLanguage: [Int] = []
    /// Room for one search's sums, kept between searches; all zero outside of one.
    var sums: [Float] = []
    var matches: [Float] = []

    public init(language: String = "en", synonyms: Synonyms = .insiders) {
        self.language = Analyzer.primary(language)
        self.synonyms = Thesaurus(synonyms)
    }

    /// Other synonyms from the next search on; what was added stays as it is.
    public func use(_ synonyms: Synonyms) { self.synonyms = Thesaurus(synonyms) }

    public var count: Int { numbers.count }
    public var isEmpty: Bool { numbers.isEmpty }

    var averageTitle: Double { max(1, Double(titleWords) / Double(max(1, count))) }
    var averageBody: Double { max(1, Double(bodyWords) / Double(max(1, count))) }

    /// The languages most threads are in: a question in another one still meets names and numbers in theirs.
    var commonLanguages: [String] {
        threadsByLanguage.enumerated().filter { $0.element > 0 }
            .map { (lexicon.languages[$0.offset], $0.element) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(4).map(\.0)
    }

    public func thread(_ id: ForumThread.ID) -> ForumThread? {
        numbers[id].flatMap { entries[Int($0)]?.thread }
    }

    /// Adds a thread, or replaces the one with the same id.
    public func add(_ thread: ForumThread) {
        remove(thread.id)
        let number = free.popLast() ?? Int32(entries.count)
        if number == entries.count {
            entries.append(nil)
            lengths.append(Lengths())
            sums.append(0)
            matches.append(0)
        }
        let text = ThreadText(thread, &lexicon)
        let language = lexicon.languageNumber(
            thread.language.map(Analyzer.primary)
                ?? LanguageGuess.language(of: text.words.lazy.map { self.lexicon.signs(of: $0) })
                ?? self.language)
        for posting in postings(of: text, language: language, thread: number) {
            lexicon.insert(posting.entry, term: posting.term)
        }
        lexicon.count(text.spelt, by: 1)
        entries[Int(number)] = Entry(
            thread: thread, language: UInt8(clamping: language), grams: grams(text.titleTokens))
        lengths[Int(number)] = Lengths(
            title: Int32(text.titleCount), body: Int32(text.words.count - text.titleCount))
        numbers[thread.id] = number
        note(lengths[Int(number)], language: language, by: 1)
    }

    /// Does nothing where there is no such thread.
    public func remove(_ id: ForumThread.ID) {
        guard let number = numbers.removeValue(forKey: id), let entry = entries[Int(number)] else {
            return
        }
        // The same text gives the same terms, so they need not be kept with each thread.
        let text = ThreadText(entry.thread, &lexicon)
        let language = Int(entry.language)
        for posting in postings(of: text, language: language, thread: number) {
            lexicon.remove(thread: number, term: posting.term)
        }
        lexicon.count(text.spelt, by: -1)
        note(lengths[Int(number)], language: language, by: -1)
        entries[Int(number)] = nil
        free.append(number)
    }

    private func note(_ lengths: Lengths, language: Int, by change: Int) {
        titleWords += change * Int(lengths.title)
        bodyWords += change * Int(lengths.body)
        while threadsByLanguage.count <= language { threadsByLanguage.append(0) }
        threadsByLanguage[language] += change
    }

    func grams(_ tokens: some Sequence<Token>) -> TitleGrams {
        TitleGrams(tokens.lazy.filter { !$0.isBigram }.map { self.lexicon.fold($0.text) })
    }

    /// What a thread's terms say of it, each once.
    private func postings(
        of text: ThreadText, language: Int, thread: Int32
    ) -> [(term: Int32, entry: Postings.Entry)] {
        // Terms with their place in one number each: sorted, a term's mentions stand together.
        var mentions = text.words.enumerated().map { place, word in
            UInt64(lexicon.term(of: word, language: language)) << 1
                | (place < text.titleCount ? 0 : 1)
        }
        mentions.sort()
        var postings: [(term: Int32, entry: Postings.Entry)] = []
        postings.reserveCapacity(mentions.count)
        var place = 0
        while place < mentions.count {
            let term = mentions[place] >> 1
            var entry = Postings.Entry(thread: thread, inTitle: 0, inBody: 0)
            while place < mentions.count, mentions[place] >> 1 == term {
                if mentions[place] & 1 == 0 {
                    entry.inTitle = min(entry.inTitle + 1, .max - 1)
                } else {
                    entry.inBody = min(entry.inBody + 1, .max - 1)
                }
                place += 1
            }
            postings.append((Int32(term), entry))
        }
        return postings
    }
}

/// A thread as words: what counts as its title, then what counts as its body.
private struct ThreadText {
    let words: [Int32]
    let titleCount: Int
    let titleTokens: [Token]
    /// The words that somebody may misspell.
    let spelt: [Int32]

    init(_ thread: ForumThread, _ lexicon: inout Lexicon) {
        let title =
            thread.tags.isEmpty
            ? thread.title : ([thread.title] + thread.tags).joined(separator: "\n")
        titleTokens = Tokenizer.tokens(of: title)
        let body = Tokenizer.tokens(
            of: thread.answer.map { "\(thread.body)\n\($0)" } ?? thread.body)
        var words: [Int32] = []
        var spelt: [Int32] = []
        words.reserveCapacity(titleTokens.count + body.count)
        spelt.reserveCapacity(titleTokens.count + body.count)
        for tokens in [titleTokens, body] {
            for token in tokens {
                let word = lexicon.word(token)
                words.append(word)
                if !token.isBigram { spelt.append(word) }
            }
        }
        (self.words, self.spelt, titleCount) = (words, spelt, titleTokens.count)
    }
}
