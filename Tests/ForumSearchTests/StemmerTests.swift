import Testing

@testable import ForumSearch

@Suite("Stemmer")
struct StemmerTests {
    @Test(
        "forms of a word have one stem",
        arguments: [
            ("en", "assignments", "assignment"), ("es", "preguntas", "pregunta"),
            ("pt", "tarefas", "tarefa"), ("fr", "questions", "question"),
            ("de", "fragen", "frage"), ("hi", "प्रश्नों", "प्रश्न"),
        ])
    func forms(language: String, one: String, other: String) throws {
        let stemmer = try #require(Stemmer(language: language))
        #expect(stemmer.stem(one) == stemmer.stem(other))
    }

    @Test("an unknown language has no stemmer, and its words stay as they are")
    func unknown() {
        #expect(Stemmer(language: "xx") == nil)
        var analyzer = Analyzer()
        #expect(analyzer.term("dinas", language: "xx") == "dinas")
    }
}
