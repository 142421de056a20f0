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
        var language: String
        var grams: TitleGrams
    }

    /// How many words a thread has; apart from the entries because ranking reads little else.
    struct Lengths {
        var title: Int32 = 0
        var body: Int32 = 0
    }

    /// The language of a text that does not tell its own.
    public let language: String
    let synonyms: Thesaurus
    var lexicon = Lexicon()
    /// By number; freed numbers are given out again.
    var entries: [Entry?] = []
    private(set) var lengths: [Lengths] = []
    private var numbers: [String: Int32] = [:]
    private var free: [Int32] = []
    private var titleWords = 0
    private var bodyWords = 0
    /// How many threads there are in each language.
    private(set) var languages: [String: Int] = [:]
    /// Room for one search's sums, kept between searches; all zero outside of one.
    var sums: [Float] = []
    var matches: [Float] = []

    public init(language: String = "en", synonyms: Synonyms = .insiders) {
        self.language = Analyzer.primary(language)
        self.synonyms = Thesaurus(synonyms)
    }

    public var count: Int { numbers.count }
    public var isEmpty: Bool { numbers.isEmpty }

    var averageTitle: Double { max(1, Double(titleWords) / Double(max(1, count))) }
    var averageBody: Double { max(1, Double(bodyWords) / Double(max(1, count))) }

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
        let text = ThreadText(thread)
        let language =
            thread.language.map(Analyzer.primary)
            ?? LanguageGuess.language(of: text.words.lazy.map { self.lexicon.fold($0) })
            ?? self.language
        for (term, places) in terms(of: text, language: language) {
            lexicon.insert(
                Postings.Entry(
                    thread: number, inTitle: UInt16(clamping: places.title),
                    inBody: UInt16(clamping: places.body)), term: term)
        }
        lexicon.count(text.distinctWords, by: 1)
        entries[Int(number)] = Entry(
            thread: thread, language: language, grams: grams(text.title))
        lengths[Int(number)] = Lengths(
            title: Int32(text.title.count), body: Int32(text.body.count))
        numbers[thread.id] = number
        titleWords += text.title.count
        bodyWords += text.body.count
        languages[language, default: 0] += 1
    }

    /// Does nothing where there is no such thread.
    public func remove(_ id: ForumThread.ID) {
        guard let number = numbers.removeValue(forKey: id), let entry = entries[Int(number)] else {
            return
        }
        // The same text gives the same terms, so they need not be kept with each thread.
        let text = ThreadText(entry.thread)
        for (term, _) in terms(of: text, language: entry.language) {
            lexicon.remove(thread: number, term: term)
        }
        lexicon.count(text.distinctWords, by: -1)
        titleWords -= text.title.count
        bodyWords -= text.body.count
        languages[entry.language, default: 0] -= 1
        if languages[entry.language] == 0 { languages[entry.language] = nil }
        entries[Int(number)] = nil
        free.append(number)
    }

    func grams(_ tokens: [Token]) -> TitleGrams {
        TitleGrams(tokens.lazy.filter { !$0.isBigram }.map { self.lexicon.fold($0.text) })
    }

    private func terms(
        of text: ThreadText, language: String
    ) -> [Int32: (title: Int, body: Int)] {
        var terms: [Int32: (title: Int, body: Int)] = [:]
        for token in text.title {
            terms[lexicon.number(of: token, language: language), default: (0, 0)].title += 1
        }
        for token in text.body {
            terms[lexicon.number(of: token, language: language), default: (0, 0)].body += 1
        }
        return terms
    }
}

/// A thread as words: what counts as its title and what as its body.
private struct ThreadText {
    let title: [Token]
    let body: [Token]

    init(_ thread: ForumThread) {
        title = Tokenizer.tokens(of: ([thread.title] + thread.tags).joined(separator: "\n"))
        body = Tokenizer.tokens(of: thread.answer.map { "\(thread.body)\n\($0)" } ?? thread.body)
    }

    var words: [String] { (title + body).map(\.text) }

    var distinctWords: Set<String> { Set((title + body).lazy.filter { !$0.isBigram }.map(\.text)) }
}
