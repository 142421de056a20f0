import Testing

@testable import ForumSearch

@Suite("Thesaurus")
struct ThesaurusTests {
    static let insiders = Thesaurus(.insiders)

    @Test(
        "newcomers' words and insiders' words stand for each other",
        arguments: [
            (["homework"], [0: ["assign"]]),
            (["assign"], [0: ["homework"]]),
            (["my", "certif"], [1: ["credenti"]]),
            (["video", "lectur"], [1: ["mooc"]]),
            (["mooc", "video"], [0: ["lectur", "onlin", "class"]]),
            (["discuss", "forum"], [0: ["peer"]]),
            (["lectur"], [:]),
            ([], [:]),
        ])
    func pairs(words: [String], synonyms: [Int: [String]]) {
        let found = Self.insiders.synonyms(for: words.map { [$0] }, in: ["en"])
        #expect(found.mapValues { $0.sorted() } == synonyms.mapValues { $0.sorted() })
    }

    @Test(
        "each language has its own, and none is taken for another's",
        arguments: [
            ("examen", "es", "cuestionario"), ("prova", "pt", "questionário"),
            ("note", "fr", "score"),
            ("परीक्षा", "hi", "क्विज़"), ("note", "en", nil), ("grade", "es", nil),
        ])
    func languages(word: String, language: String, synonym: String?) {
        var analyzer = Analyzer()
        let term = analyzer.term(word, language: language)
        let found = Self.insiders.synonyms(for: [[term]], in: [language])[0] ?? []
        #expect(
            synonym.map { found.contains(analyzer.term($0, language: language)) } ?? found.isEmpty)
    }

    @Test("of a group each one stands for the others")
    func group() {
        let group = Synonyms.none.adding(["notebook", "Colab", "Jupyter file"], language: "en")
        let thesaurus = Thesaurus(group)
        let found = thesaurus.synonyms(for: [["open"], ["colab"]], in: ["en"])
        #expect(found.keys.sorted() == [1])
        #expect(Set(found[1] ?? []) == ["notebook", "jupyt", "file"])
        #expect(thesaurus.synonyms(for: [["colab"]], in: ["es"]).isEmpty)
    }

    @Test("an empty expression or one that means itself is no rule")
    func useless() {
        let useless: [Synonyms.Pair] = [.init("", "quiz"), .init("assignments", "Assignment")]
        let thesaurus = Thesaurus(Synonyms(useless))
        #expect(thesaurus.synonyms(for: [["assign"]], in: ["en"]).isEmpty)
    }
}
