import Glibc

/// A question as the index understands it.
struct Query {
    /// One word of the question, with everything that counts as that word.
    struct Clause {
        var alternatives: [(term: Int32, weight: Float)]
        /// How much of the question this word is.
        var weight: Float
        var idf: Float
        var isStopWord: Bool
    }

    private(set) var clauses: [Clause] = []
    let language: String
    /// The spelling of the first sentence.
    let grams: TitleGrams
    /// How many words of the question say something.
    private(set) var length = 0

    /// What all words would give together: the measure that brings scores between 0 and 1.
    var mass: Float { clauses.reduce(0) { $0 + $1.weight * $1.idf } }

    /// More words than this are not looked at: a whole forum post is still read, a pasted file is not.
    private static let longest = 300

    /// How many words the first sentence has: people ask there, and explain themselves afterwards.
    private static func firstSentence(of tokens: [Token], in text: String) -> Int {
        let bytes = Array(text.utf8)
        for place in tokens.indices.dropFirst(shortestSentence) {
            let end = tokens[place - 1].place.upperBound
            guard end < tokens[place].place.lowerBound else { continue }
            let gap = String(decoding: bytes[end..<tokens[place].place.lowerBound], as: UTF8.self)
            // A full stop inside of a name or a number ends nothing.
            let isEnd = gap.unicodeScalars.contains { Self.ends.contains($0) }
            if isEnd, gap.utf8.count > 1 || gap == "\n" { return place }
            if gap.hasPrefix("  ") { return place }
        }
        return tokens.count
    }

    private static let ends: Set<Unicode.Scalar> = [
        "\n", "!", ".", "?", "。", "！", "？", "।", "؟", "…",
    ]

    /// "Hi." is no question.
    private static let shortestSentence = 2

    init(_ text: String, language given: String?, index: ForumIndex) {
        let tokens = Array(Tokenizer.tokens(of: text).prefix(Self.longest))
        let folded = tokens.map { index.lexicon.fold($0.text) }
        let language =
            LanguageGuess.language(of: folded) ?? given.map(Analyzer.primary) ?? index.language
        self.language = language
        let head = Self.firstSentence(of: tokens, in: text)
        grams = index.grams(tokens[..<head])
        let languages = [language] + index.commonLanguages.filter { $0 != language }
        let stopWords = StopWordTable.words[language] ?? []
        let terms = tokens.map { token in
            token.isBigram
                ? [token.text]
                : languages.map { index.lexicon.term(token.text, language: $0) }
        }
        let synonyms = index.synonyms.synonyms(
            for: terms.map(Set.init), in: [language, index.language])

        var places: [String: [Int]] = [:]
        var order: [String] = []
        for (place, word) in folded.enumerated() {
            if places[word] == nil { order.append(word) }
            places[word, default: []].append(place)
        }
        for word in order {
            guard let all = places[word], let place = all.first else { continue }
            var clause = Clause(
                alternatives: [], weight: Float(all.count).squareRoot(), idf: 0,
                isStopWord: stopWords.contains(word))
            for term in terms[place] { clause.add(index.lexicon.number(of: term), 1) }
            for place in all {
                let meanings = synonyms[place] ?? []
                for term in meanings {
                    clause.add(
                        index.lexicon.number(of: term), Weights.synonym / Float(meanings.count))
                }
            }
            for joined in all.flatMap({ index.joined(folded, tokens, at: $0, stopWords) }) {
                for language in languages {
                    let term = index.lexicon.term(joined, language: language)
                    clause.add(index.lexicon.number(of: term), Weights.compound)
                }
            }
            if clause.alternatives.isEmpty, !clause.isStopWord {
                // A word that tells something is no misspelt "all".
                for repair in index.lexicon.repairs(of: word) where !stopWords.contains(repair) {
                    for language in languages {
                        let term = index.lexicon.term(repair, language: language)
                        clause.add(index.lexicon.number(of: term), Weights.repair)
                    }
                }
            }
            if clause.alternatives.isEmpty, !clause.isStopWord, !tokens[place].isBigram {
                for part in index.lexicon.parts(of: word) {
                    for language in languages {
                        let term = index.lexicon.term(part, language: language)
                        clause.add(index.lexicon.number(of: term), Weights.compound)
                    }
                }
            }
            if place >= head { clause.weight *= Weights.afterwards }
            if clause.isStopWord { clause.weight *= Weights.stopWord } else { length += 1 }
            clause.idf = index.idf(of: clause)
            clauses.append(clause)
        }
    }
}

extension Query.Clause {
    mutating func add(_ term: Int32?, _ weight: Float) {
        guard let term, !alternatives.contains(where: { $0.term == term }) else { return }
        alternatives.append((term, weight))
    }
}

extension ForumIndex {
    /// What a word of a question and its neighbours would be in one: "log in" is `login`.
    fileprivate func joined(
        _ words: [String], _ tokens: [Token], at place: Int, _ stopWords: Set<String>
    ) -> [String] {
        [place - 1, place].compactMap { first in
            guard words.indices.contains(first), words.indices.contains(first + 1),
                !tokens[first].isBigram, !tokens[first + 1].isBigram,
                words[first].utf8.count + words[first + 1].utf8.count >= 5,
                !stopWords.contains(words[first]) || !stopWords.contains(words[first + 1])
            else { return nil }
            let joined = words[first] + words[first + 1]
            return lexicon.isUsed(joined) ? joined : nil
        }
    }

    /// How telling a word is: rare words are, and those nobody has used the most.
    func idf(of clause: Query.Clause) -> Float {
        let threads = clause.alternatives.map { lexicon.postings[Int($0.term)].count }.max() ?? 0
        return Float(log(1 + (Double(count - threads) + 0.5) / (Double(threads) + 0.5)))
    }
}
