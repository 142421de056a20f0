import Chat
import Commands
import Dates
import FoundationEssentials
import Testing

@Suite struct ArgumentsTests {
    @Test(
        "words are divided among the fields of the command",
        arguments: [
            (
                "remind", "tomorrow 5pm finish quiz 3",
                ["when": "tomorrow 5pm", "text": "finish quiz 3"]
            ),
            ("remind", "stretch | in 20 minutes", ["when": "stretch", "text": "in 20 minutes"]),
            ("remind", "stretch in 20 minutes", ["when": "in 20 minutes", "text": "stretch"]),
            (
                "remind", "cada lunes 18:00 estudiar",
                ["when": "cada lunes 18:00", "text": "estudiar"]
            ),
            (
                "remind", "cada dos semanas revisar",
                ["when": "cada dos semanas", "text": "revisar"]
            ),
            ("remind", "estudar toda segunda 9h", ["when": "toda segunda 9h", "text": "estudar"]),
            ("remind", "tomorrow 5pm | a | b", ["when": "tomorrow 5pm", "text": "a | b"]),
            ("deadline add", "Quiz 2 tomorrow 5pm", ["title": "Quiz 2", "when": "tomorrow 5pm"]),
            ("deadline add", "Quiz 2 |", ["title": "Quiz 2"]),
            (
                "submit", "assignment 2 https://example.org",
                ["assignment": "assignment 2", "work": "https://example.org"]
            ),
            ("submit", "Assignment 22 x", ["work": "Assignment 22 x"]),
            ("review plan", "3 Assignment 2", ["k": "3", "assignment": "Assignment 2"]),
            ("review plan", "Assignment 2", ["assignment": "Assignment 2"]),
            ("review send", "v1 | Clear. | 82", ["id": "v1", "comment": "Clear.", "score": "82"]),
            ("review send", "v1 Clear. | 82", ["id": "v1", "comment": "Clear.", "score": "82"]),
            ("review plan", "3 | Assignment 2", ["k": "3", "assignment": "Assignment 2"]),
            ("forum answer", "q11 grep|sort", ["id": "q11", "answer": "grep|sort"]),
            ("review send", "v1 Clear.", ["id": "v1", "comment": "Clear."]),
            ("role give", "Moderator Lila", ["role": "moderator", "learner": "Lila"]),
            ("help", "   ", [:]),
        ])
    func divide(command: String, words: String, expected: [String: String]) throws {
        let card = try #require(Registry.all.card(named: command))
        let context = DateContext(now: CommandsTestScene.now, zone: .utc, language: "en")
        let arguments = Arguments(
            words, for: card.fields, dates: DateReader(zones: .system), context: context,
            assignments: ["Assignment 2", "d10"])
        #expect(arguments.words == expected)
    }

    @Test(
        "yes is yes in the five languages, and nothing else is",
        arguments: [
            ("YES", true), ("sí", true), ("हाँ", true), ("yes please don't", false), ("", false),
        ])
    func agrees(words: String, expected: Bool) {
        #expect(Arguments.agrees(words) == expected)
        #expect(Arguments([Arguments.confirmation: words]).isConfirmed == expected)
    }
}
