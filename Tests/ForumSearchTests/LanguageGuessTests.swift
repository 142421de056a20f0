import Testing

@testable import ForumSearch

@Suite("Language guess")
struct LanguageGuessTests {
    @Test(
        "small words and scripts tell the language",
        arguments: [
            ("when is the quiz due", "en"), ("cuando hay que entregar la tarea", "es"),
            ("quando e preciso entregar o trabalho da semana nao sei", "pt"),
            ("quand faut il rendre le devoir", "fr"), ("wann ist die aufgabe zu ende", "de"),
            ("असाइनमेंट कब तक भेजना है", "hi"), ("когда тест", "ru"), ("quiz 2", nil), ("", nil),
        ])
    func guess(text: String, language: String?) {
        #expect(LanguageGuess.language(of: Tokenizer.tokens(of: text).map(\.text)) == language)
    }
}
