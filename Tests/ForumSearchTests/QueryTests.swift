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

    @Test("what is only said after the first sentence counts half, in spelling nothing")
    func firstSentence() {
        let query = Query("Late penalty? I sent my credential", language: nil, index: index)
        let weights = query.clauses.filter { !$0.isStopWord }.map(\.weight)
        #expect(weights == [1, 1, Weights.afterwards, Weights.afterwards])
        let first = Query("Late penalty?", language: nil, index: index)
        #expect(query.grams.pieces == first.grams.pieces)
    }

    @Test(
        "a sentence ends where people end it",
        arguments: [
            ("one two\nlate", true), ("one two  late", true), ("one two... late", true),
            ("is Node.js late", false), ("Hi! late", false), ("क्या यह देर है। late", true),
            ("one two, late", false),
        ])
    func ends(question: String, isAfterwards: Bool) {
        let query = Query(question, language: "en", index: index)
        #expect(query.clauses.last?.weight == (isAfterwards ? Weights.afterwards : 1))
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

    @Test("a word that tells something is never repaired into a stop word")
    func smallRepair() throws {
        let index = ForumIndex()
        index.add(ForumThread(id: "a", title: "Run all cells", answer: "Use the ball."))
        let hall = try #require(Query("hall", language: "en", index: index).clauses.first)
        let ball = try #require(
            index.lexicon.number(of: index.lexicon.term("ball", language: "en")))
        #expect(hall.alternatives.map(\.term) == [ball])
    }

    @Test(
        "two words are found written as one, and one written as two",
        arguments: [
            ("the facemask", "mask"), ("log in", "login"), ("testlabor", "lab"),
            ("loginmask", "mask"),
        ])
    func compounds(question: String, id: String) {
        let index = ForumIndex()
        index.add(ForumThread(id: "mask", title: "Is a face mask needed?"))
        index.add(ForumThread(id: "lab", title: "Labor und Test", language: "de"))
        index.add(ForumThread(id: "login", title: "Login fails"))
        let hits = index.search(question).hits.map(\.id)
        #expect(hits.contains(id))
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
