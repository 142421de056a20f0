/// Synonyms as terms: what a word of a query may also be written as.
struct Thesaurus {
    private struct Rule {
        var language: String
        var from: [String]
        var to: [String]
    }

    private var rules: [Rule] = []
    /// The places of the rules by their first term: a moderator may have written thousands.
    private var beginning: [String: [Int]] = [:]

    init(_ synonyms: Synonyms) {
        var analyzer = Analyzer()
        for pair in synonyms.pairs {
            let language = Analyzer.primary(pair.language)
            let sides = [pair.one, pair.other].map { side in
                Tokenizer.tokens(of: side).map { analyzer.term($0.text, language: language) }
            }
            guard sides.allSatisfy({ !$0.isEmpty }), sides[0] != sides[1] else { continue }
            rules.append(Rule(language: language, from: sides[0], to: sides[1]))
            rules.append(Rule(language: language, from: sides[1], to: sides[0]))
        }
        for (place, rule) in rules.enumerated() {
            beginning[rule.from[0], default: []].append(place)
        }
    }

    /// For each word of a query, by position, the terms that mean the same; `terms` are a word's own terms.
    ///
    /// Of two expressions only the words they do not share are synonyms: in "video lecture" and "MOOC video" the
    /// lecture is the MOOC. Only what is said in one of these languages counts: a French "note" is a score, an English one
    /// is none.
    func synonyms(for terms: [Set<String>], in languages: Set<String>) -> [Int: [String]] {
        var found: [Int: [String]] = [:]
        let places = Set(terms.joined().flatMap { beginning[$0] ?? [] })
        for rule in places.sorted().map({ rules[$0] })
        where rule.from.count <= terms.count && languages.contains(rule.language) {
            let other = rule.to.filter { !rule.from.contains($0) }
            for start in 0...(terms.count - rule.from.count)
            where rule.from.indices.allSatisfy({ terms[start + $0].contains(rule.from[$0]) }) {
                for (offset, term) in rule.from.enumerated() where !rule.to.contains(term) {
                    found[start + offset, default: []] += other
                }
            }
        }
        return found
    }
}
