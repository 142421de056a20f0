import Glibc

/// What speaks for the best hit being the answer.
///
/// A raw score says nothing by itself: how far the second hit is behind, and how much of the question the first one
/// covers, do.
struct Evidence {
    var score: Double
    /// How far the second is behind, as a share of the best.
    var relativeMargin: Double
    /// The share of the question's weight whose words stand in the thread at all.
    var coverage: Double
    var cosine: Double
    /// How many words of the question say something.
    var length: Int
    /// Whether the best hit holds any of them; true where the question has none.
    var isTelling: Bool

    init(
        query: Query, index: ForumIndex, best: ForumIndex.Candidate,
        second: ForumIndex.Candidate?
    ) {
        score = Double(best.score)
        relativeMargin =
            best.score > 0 ? Double((best.score - (second?.score ?? 0)) / best.score) : 0
        cosine = Double(best.cosine)
        length = query.length
        let standing = query.clauses.filter { clause in
            clause.alternatives.contains {
                index.lexicon.postings[Int($0.term)][best.thread] != nil
            }
        }
        let covered = standing.reduce(Float(0)) { $0 + $1.weight * $1.idf }
        coverage = query.mass > 0 ? Double(covered / query.mass) : 0
        isTelling = query.length == 0 || standing.contains { !$0.isStopWord }
    }

    /// The probability that the best hit answers the question: logistic, and less where little is covered.
    var confidence: Double {
        let sum =
            Calibration.bias + Calibration.score * score
            + Calibration.relativeMargin * relativeMargin + Calibration.cosine * cosine
            + Calibration.length * log(Double(1 + length)) + Calibration.coverage * coverage
        return min(1, coverage / Calibration.neededCoverage) / (1 + exp(-sum))
    }
}

extension Evidence {
    /// How the result should be offered. What shares nothing with a question but its "where is the" is shown to nobody.
    var band: SearchResult.Band {
        isTelling ? SearchResult.Band(confidence: confidence) : .none
    }
}

extension SearchResult.Band {
    init(confidence: Double) {
        self =
            confidence >= Calibration.answered
            ? .answered : confidence >= Calibration.candidates ? .candidates : .none
    }
}
