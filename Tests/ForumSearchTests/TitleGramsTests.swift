import Testing

@testable import ForumSearch

@Suite("Title grams")
struct TitleGramsTests {
    @Test("the same title is 1, a stranger's is 0, a similar one between")
    func likeness() {
        let title = TitleGrams(["late", "penalty"])
        #expect(abs(title.likeness(to: title) - 1) < 1e-9)
        #expect(title.likeness(to: TitleGrams(["zoom"])) == 0)
        #expect((0.3..<1).contains(title.likeness(to: TitleGrams(["late", "penalties"]))))
        #expect(title.likeness(to: TitleGrams([])) == 0)
        #expect(TitleGrams([]).likeness(to: title) == 0)
        #expect(TitleGrams([]).pieces == [])
    }

    @Test("a long title is less like a question than a short one, but not much less")
    func length() {
        let question = TitleGrams(["late", "penalty"])
        let long = question.likeness(to: TitleGrams(["late", "penalty", "of", "my", "assignment"]))
        #expect((0.6..<1).contains(long))
    }
}
