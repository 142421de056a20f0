extension ForumIndex {
    /// The threads that fit a question best.
    ///
    /// The language is the asker's; the question's own words decide where they tell another one. Snippets can be left
    /// out by who shows none: each reads a thread once more.
    public func search(
        _ question: String, language: String? = nil, limit: Int = 10, withSnippets: Bool = true
    ) -> SearchResult {
        let query = Query(question, language: language, index: self)
        guard limit > 0, !isEmpty, !query.clauses.isEmpty else { return .nothing }
        let ranked = rank(query)
        guard let best = ranked.first else { return .nothing }
        let evidence = Evidence(
            query: query, index: self, best: best, second: ranked.dropFirst().first)
        let hits = ranked.prefix(limit).compactMap { candidate -> Hit? in
            guard let entry = entries[Int(candidate.thread)] else { return nil }
            return Hit(
                id: entry.thread.id, score: Double(candidate.score),
                snippet: withSnippets ? snippet(of: entry, for: query) : Snippet(pieces: []))
        }
        return SearchResult(hits: hits, confidence: evidence.confidence, band: evidence.band)
    }

    /// A thread with its score.
    struct Candidate {
        var thread: Int32
        var score: Float
        /// How similar its title is spelt to the question.
        var cosine: Float = 0
    }

    /// In a small forum every thread is weighed in full; in a large one the best few of what telling words found.
    private static let smallForum = 2_000
    private static let shortlist = 1_000
    private static let compared = 300
    /// A word that more than one thread in so many has tells nearly as little as a stop word.
    private static let common = 12

    /// All candidates that have anything of the question, best first.
    func rank(_ query: Query) -> [Candidate] {
        let mass = max(query.mass, .leastNormalMagnitude)
        var candidates = count <= Self.smallForum ? weighAll(query) : weighBest(query)
        let likenessWeight =
            Weights.grams * min(1, Weights.gramsLength / Float(max(1, query.length)))
        for place in candidates.indices {
            guard let entry = entries[Int(candidates[place].thread)] else { continue }
            let cosine = Float(query.grams.likeness(to: entry.grams))
            candidates[place].cosine = cosine
            candidates[place].score =
                (candidates[place].score / mass + likenessWeight * cosine) / (1 + likenessWeight)
        }
        candidates.removeAll { $0.score <= 0 }
        candidates.sort { ($1.score, $0.thread) < ($0.score, $1.thread) }
        return candidates
    }

    /// Every thread, also those that have no word of the question: a title may be spelt like it.
    private func weighAll(_ query: Query) -> [Candidate] {
        var touched: [Int32] = []
        // Telling words first: where they found something, stop words only decide between what was found.
        for clause in query.clauses where !clause.isStopWord { add(clause, to: &touched) }
        let onlyTouched = !touched.isEmpty
        for clause in query.clauses where clause.isStopWord {
            add(clause, to: &touched, onlyTouched: onlyTouched)
        }
        let candidates = entries.indices.compactMap { number in
            entries[number] == nil
                ? nil : Candidate(thread: Int32(number), score: sums[number])
        }
        clear(touched)
        return candidates
    }

    /// The best threads by their telling words. What half the forum says is looked up for these alone, not read from
    /// end to end for all.
    private func weighBest(_ query: Query) -> [Candidate] {
        var touched: [Int32] = []
        let byRarity = query.clauses.sorted { spread(of: $0) < spread(of: $1) }
        var late: [Query.Clause] = []
        for clause in byRarity {
            let isCommon = clause.isStopWord || spread(of: clause) > count / Self.common
            if isCommon, touched.count >= (clause.isStopWord ? 1 : Self.compared) {
                late.append(clause)
            } else {
                add(clause, to: &touched)
            }
        }
        var shortlist = best(of: touched, limit: late.isEmpty ? Self.compared : Self.shortlist)
        clear(touched)
        guard !late.isEmpty else { return shortlist }
        shortlist.sort { $0.thread < $1.thread }
        for clause in late { add(clause, to: &shortlist) }
        var few = BestFew(limit: Self.compared)
        for candidate in shortlist { few.insert(candidate) }
        return few.candidates
    }

    private func spread(of clause: Query.Clause) -> Int {
        clause.alternatives.reduce(0) { $0 + lexicon.postings[Int($1.term)].count }
    }

    private func best(of touched: [Int32], limit: Int) -> [Candidate] {
        var few = BestFew(limit: limit)
        sums.withUnsafeBufferPointer { sums in
            for thread in touched {
                few.insert(Candidate(thread: thread, score: sums[Int(thread)]))
            }
        }
        return few.candidates
    }

    private func clear(_ touched: [Int32]) {
        sums.withUnsafeMutableBufferPointer { sums in
            for thread in touched { sums[Int(thread)] = 0 }
        }
    }

    /// Adds what a word gives to each thread that has it, in `sums`, and notes the threads that had nothing before.
    private func add(
        _ clause: Query.Clause, to touched: inout [Int32], onlyTouched: Bool = false
    ) {
        let strength = Strength(self)
        let worth = clause.weight * clause.idf
        if clause.alternatives.count == 1, let only = clause.alternatives.first {
            let postings = lexicon.postings[Int(only.term)].entries
            lengths.withUnsafeBufferPointer { lengths in
                sums.withUnsafeMutableBufferPointer { sums in
                    for entry in postings {
                        let thread = Int(entry.thread)
                        let before = sums[thread]
                        if before == 0 {
                            if onlyTouched { continue }
                            touched.append(entry.thread)
                        }
                        let matches = only.weight * strength(entry, lengths[thread])
                        sums[thread] = before + worth * matches / (matches + Weights.saturation)
                    }
                }
            }
            return
        }
        // Several ways to say one word are one word: their mentions add up before they saturate.
        var here: [Int32] = []
        for (term, weight) in clause.alternatives {
            for entry in lexicon.postings[Int(term)].entries {
                let thread = Int(entry.thread)
                if onlyTouched, sums[thread] == 0 { continue }
                if matches[thread] == 0 { here.append(entry.thread) }
                matches[thread] += weight * strength(entry, lengths[thread])
            }
        }
        for number in here {
            let thread = Int(number)
            let found = matches[thread]
            matches[thread] = 0
            if sums[thread] == 0 { touched.append(number) }
            sums[thread] += worth * found / (found + Weights.saturation)
        }
    }

    /// Adds what a word gives to candidates in ascending order.
    private func add(_ clause: Query.Clause, to candidates: inout [Candidate]) {
        let strength = Strength(self)
        let worth = clause.weight * clause.idf
        var found = [Float](repeating: 0, count: candidates.count)
        for (term, weight) in clause.alternatives {
            let postings = lexicon.postings[Int(term)]
            var place = 0
            for (number, candidate) in candidates.enumerated() {
                if let entry = postings.entry(candidate.thread, after: &place) {
                    found[number] += weight * strength(entry, lengths[Int(candidate.thread)])
                }
            }
        }
        for number in candidates.indices where found[number] > 0 {
            candidates[number].score += worth * found[number] / (found[number] + Weights.saturation)
        }
    }
}

/// How much a term's mentions in one thread count before they saturate: BM25F's weighted frequency.
private struct Strength {
    private let title: (base: Float, perWord: Float)
    private let body: (base: Float, perWord: Float)

    init(_ index: ForumIndex) {
        title = (1 - Weights.titleLength, Weights.titleLength / Float(index.averageTitle))
        body = (1 - Weights.bodyLength, Weights.bodyLength / Float(index.averageBody))
    }

    func callAsFunction(_ entry: Postings.Entry, _ lengths: ForumIndex.Lengths) -> Float {
        var strength: Float = 0
        if entry.inTitle > 0 {
            let length = title.base + title.perWord * Float(lengths.title)
            strength += Weights.title * Float(entry.inTitle) / length
        }
        if entry.inBody > 0 {
            let length = body.base + body.perWord * Float(lengths.body)
            strength += Float(entry.inBody) / length
        }
        return strength
    }
}
