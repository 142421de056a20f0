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
        let confidence = evidence.confidence
        let hits = ranked.prefix(limit).compactMap { candidate -> Hit? in
            guard let entry = entries[Int(candidate.thread)] else { return nil }
            return Hit(
                id: entry.thread.id, score: Double(candidate.score),
                snippet: withSnippets ? snippet(of: entry, for: query) : Snippet(pieces: []))
        }
        return SearchResult(
            hits: hits, confidence: confidence, band: SearchResult.Band(confidence: confidence))
    }

    /// A thread with its score.
    struct Candidate {
        var thread: Int32
        var score: Float
        /// How similar its title is spelt to the question.
        var cosine: Float = 0
    }

    /// Titles are compared for all threads of a small forum and for the best few of a large one.
    private static let smallForum = 2_000
    private static let compared = 300

    /// All candidates that have anything of the question, best first.
    func rank(_ query: Query) -> [Candidate] {
        let mass = max(query.mass, .leastNormalMagnitude)
        var candidates: [Candidate]
        let touched = sum(query)
        if count <= Self.smallForum {
            candidates = entries.indices.compactMap { number in
                entries[number] == nil
                    ? nil : Candidate(thread: Int32(number), score: sums[number] / mass)
            }
        } else {
            var best = BestFew(limit: Self.compared)
            for thread in touched {
                best.insert(Candidate(thread: thread, score: sums[Int(thread)] / mass))
            }
            candidates = best.candidates
        }
        for thread in touched { sums[Int(thread)] = 0 }

        for place in candidates.indices {
            guard let entry = entries[Int(candidates[place].thread)] else { continue }
            let cosine = Float(query.grams.cosine(entry.grams))
            candidates[place].cosine = cosine
            candidates[place].score =
                (candidates[place].score + Weights.grams * cosine) / (1 + Weights.grams)
        }
        candidates.removeAll { $0.score <= 0 }
        candidates.sort { ($1.score, $0.thread) < ($0.score, $1.thread) }
        return candidates
    }

    /// Adds up what each word gives each thread, in `sums`; returns the threads that got something.
    private func sum(_ query: Query) -> [Int32] {
        var touched: [Int32] = []
        // Telling words first: where they found something, stop words only decide between what was found.
        let telling = query.clauses.filter { !$0.isStopWord }
        let stopWords = query.clauses.filter(\.isStopWord)
        for clause in telling { add(clause, to: &touched, onlyTouched: false) }
        let onlyTouched = !touched.isEmpty
        for clause in stopWords { add(clause, to: &touched, onlyTouched: onlyTouched) }
        return touched
    }

    private func add(_ clause: Query.Clause, to touched: inout [Int32], onlyTouched: Bool) {
        let strength = Strength(self)
        let worth = clause.weight * clause.idf
        if clause.alternatives.count == 1, let only = clause.alternatives.first {
            for entry in lexicon.postings[Int(only.term)].entries {
                let thread = Int(entry.thread)
                let before = sums[thread]
                if onlyTouched, before == 0 { continue }
                let matches = only.weight * strength(entry, lengths[thread])
                if before == 0 { touched.append(entry.thread) }
                sums[thread] = before + worth * matches / (matches + Weights.saturation)
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
