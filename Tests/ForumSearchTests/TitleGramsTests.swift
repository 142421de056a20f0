import Testing

@testable import ForumSearch

@Suite("Title grams")
struct TitleGramsTests {
    @Test("the same title is 1, a stranger's is 0, a similar one between")
    func cosine() {
        let title = TitleGrams(["late", "penalty"])
        #expect(abs(title.cosine(title) - 1) < 1e-9)
        #expect(title.cosine(TitleGrams(["zoom"])) == 0)
        #expect((0.3..<1).contains(title.cosine(TitleGrams(["late", "penalties"]))))
        #expect(title.cosine(TitleGrams([])) == 0)
        #expect(TitleGrams([]).pieces == [])
    }
}
