import Testing

@testable import ForumSearch

@Suite("Deletion index")
struct DeletionIndexTests {
    @Test(
        "distances count insertions, omissions, exchanges and transpositions",
        arguments: [
            ("quiz", "quiz", 0), ("quiz", "quizz", 1), ("quiz", "qiz", 1), ("quiz", "quit", 1),
            ("quiz", "qiuz", 1), ("deadline", "daedlnie", 2), ("", "ab", 2), ("a", "", 1),
        ])
    func distance(a: String, b: String, distance: Int) {
        #expect(DeletionIndex.distance(a, b) == distance)
        #expect(DeletionIndex.distance(b, a) == distance)
    }

    @Test(
        "one slip is found in words of four letters and more, two from eight",
        arguments: [
            ("quizz", true), ("qiuz", true), ("qui", false), ("assigment", true),
            ("asignmnt", true), ("deadlnie", true), ("xquizx", false), ("credential", false),
        ])
    func slips(word: String, isFound: Bool) {
        var index = DeletionIndex()
        let known = ["quiz", "assignment", "deadline"]
        for (number, word) in known.enumerated() { index.insert(word, number: Int32(number)) }
        let near = index.candidates(for: word).filter {
            DeletionIndex.distance(word, known[Int($0)])
                <= DeletionIndex.reach(letters: word.count) ?? -1
        }
        #expect(!near.isEmpty == isFound)
    }
}
