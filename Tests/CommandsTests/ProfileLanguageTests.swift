import Cohorts
import HashTreeCollections
import Testing

@Suite struct ProfileLanguageTests {
    @Test(
        "a language is chosen by its code or its name",
        arguments: [("es", "es"), ("Español", "es"), ("PT-BR", "pt-br"), ("हिन्दी", "hi")])
    func language(words: String, code: String) {
        var scene = CommandsTestScene()
        let outcome = scene.does("/profile language \(words)", by: "lila")
        #expect(outcome == "person.language -> people.language-set")
        #expect(scene.world.people[scene.person("lila")]?.language == code)
    }

    @Test("what is no language is asked about again", arguments: ["x", "klingon!", "123"])
    func unreadable(words: String) {
        let outcome = CommandsTestScene().says("/profile language \(words)", by: "lila")
        #expect(outcome == "question.asked -> refusals.unreadable-words")
    }
}
