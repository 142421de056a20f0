import Testing

@testable import ForumSearch

@Suite("Spelling table")
struct SpellingTableTests {
    @Test(
        "distances count insertions, omissions, exchanges and transpositions",
        arguments: [
            ("quiz", "quiz", 0), ("quiz", "quizz", 1), ("quiz", "qiz", 1), ("quiz", "quit", 1),
            ("quiz", "qiuz", 1), ("deadline", "daedlnie", 2), ("", "ab", 2), ("a", "", 1),
        ])
    func distance(a: String, b: String, distance: Int) {
        #expect(SpellingTable.distance(a, b) == distance)
        #expect(SpellingTable.distance(b, a) == distance)
    }

    @Test(
        "one slip is found in words of four letters and more, two from eight",
        arguments: [
            ("quizz", true), ("qiuz", true), ("qui", false), ("assigment", true),
            ("asignmnt", true), ("deadlnie", true), ("xquizx", false), ("credential", false),
        ])
    func slips(word: String, isFound: Bool) {
        var table = SpellingTable()
        let known = ["quiz", "assignment", "deadline"]
        for word in known { table.append(word) }
        let near = table.candidates(for: word).filter {
            SpellingTable.distance(word, known[Int($0)])
                <= SpellingTable.reach(letters: word.count) ?? -1
        }
        #expect(!near.isEmpty == isFound)
    }

    @Test("no word within reach is ruled out by its mask", arguments: 1...200)
    func masks(seed: UInt64) {
        var dice = Dice(seed: seed)
        let letters = Array("abcdeéézñ").map(String.init)
        var word = (0..<dice.roll(5...12)).map { _ in letters[dice.roll(0...letters.count - 1)] }
        var table = SpellingTable()
        table.append(nil)
        table.append(word.joined())
        let reach = SpellingTable.reach(letters: word.count) ?? 0
        for _ in 0..<dice.roll(0...reach) {
            let place = dice.roll(0...word.count - 2)
            switch dice.roll(0...3) {
            case 0: word.insert(letters[dice.roll(0...letters.count - 1)], at: place)
            case 1: word.remove(at: place)
            case 2: word[place] = letters[dice.roll(0...letters.count - 1)]
            default: word.swapAt(place, place + 1)
            }
        }
        // Shortened words may reach less far than the slips went.
        guard SpellingTable.reach(letters: word.count) == reach else { return }
        #expect(table.candidates(for: word.joined()) == [1])
    }
}
