import Testing

@testable import ForumSearch

@Suite("Evidence")
struct EvidenceTests {
    func confidence(
        best: Float, second: Float?, cosine: Float, question: String = "late penalty"
    ) -> Double {
        let index = ForumIndexTests.filled()
        let query = Query(question, language: nil, index: index)
        return Evidence(
            query: query, index: index,
            best: .init(thread: 0, score: best, cosine: cosine),
            second: second.map { .init(thread: 1, score: $0) }
        ).confidence
    }

    @Test("confidence rises with the score, with the margin and with what is covered")
    func monotone() {
        let base = confidence(best: 0.6, second: 0.5, cosine: 0.3)
        #expect(confidence(best: 0.6, second: 0.2, cosine: 0.3) > base)
        #expect(confidence(best: 0.6, second: nil, cosine: 0.3) > base)
        #expect(confidence(best: 0.9, second: 0.75, cosine: 0.3) > base)
        let uncovered = "late zeppelin harbour umbrella violin"
        #expect(confidence(best: 0.6, second: 0.5, cosine: 0.3, question: uncovered) < base)
    }

    @Test(
        "what shares only small words with a question is not shown, however high it scores",
        arguments: [
            ("is the zeppelin counted", SearchResult.Band.answered), ("is the", .answered),
            ("is the zeppelin", .none),
        ])
    func telling(question: String, band: SearchResult.Band) {
        let index = ForumIndexTests.filled()
        var evidence = Evidence(
            query: Query(question, language: "en", index: index), index: index,
            best: .init(thread: 0, score: 1), second: nil)
        evidence.coverage = 1
        #expect(evidence.confidence > Calibration.answered)
        #expect(evidence.band == band)
    }

    @Test(
        "bands follow the confidence",
        arguments: [
            (0.0, SearchResult.Band.none), (0.09, .none), (0.1, .candidates), (0.69, .candidates),
            (0.7, .answered), (1, .answered),
        ])
    func bands(confidence: Double, band: SearchResult.Band) {
        #expect(SearchResult.Band(confidence: confidence) == band)
    }
}
