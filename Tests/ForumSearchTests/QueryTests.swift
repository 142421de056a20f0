import Testing

@testable import ForumSearch

@Suite("Query")
struct QueryTests {
    let index = ForumIndexTests.filled()

    @Test("stop words count a quarter, repeated words less than twice")
    func weights() {
        let query = Query("the late late penalty", language: nil, index: index)
        #expect(query.clauses.map(\.isStopWord) == [true, false, false])
        #expect(query.clauses.map(\.weight) == [0.25, Float(2).squareRoot(), 1])
        #expect(query.length == 2)
    }

    @Test("only words the forum never used are repaired")
    func repair() {
        let misspelt = Query("penallty", language: nil, index: index)
        #expect(misspelt.clauses.first?.alternatives.map(\.weight) == [Weights.repair])
        let known = Query("penalty", language: nil, index: index)
        #expect(known.clauses.first?.alternatives.map(\.weight) == [1])
        let unknown = Query("zeppelin", language: nil, index: index)
        #expect(unknown.clauses.first?.alternatives.isEmpty == true)
    }

    @Test(
        "the question's words decide its language, then the asker, then the forum",
        arguments: [
            ("wann ist das", "es", "de"), ("quiz 2", "pt-BR", "pt"), ("quiz 2", nil, "en"),
        ])
    func language(question: String, asker: String?, language: String) {
        #expect(Query(question, language: asker, index: index).language == language)
    }
}
