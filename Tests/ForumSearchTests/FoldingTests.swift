import Testing

@testable import ForumSearch

@Suite("Folding")
struct FoldingTests {
    @Test(
        "letters that people type for each other are the same",
        arguments: [
            ("été", "ete"), ("straße", "strasse"), ("prüfung", "prufung"), ("e\u{301}", "e"),
            ("cœur", "coeur"), ("ação", "acao"), ("łódź", "lodz"), ("ёлка", "елка"), ("ώρα", "ωρα"),
            ("quiz2", "quiz2"), ("कब", "कब"), ("मैं", "मैं"), ("كِتَاب", "كتاب"),
        ])
    func folded(word: String, folded: String) {
        var folding = Folding()
        #expect(Array(folding.fold(word).unicodeScalars) == Array(folded.unicodeScalars))
    }
}
