import ForumSearch
import Testing

@Suite("Snippet")
struct SnippetTests {
    static func snippet(_ thread: ForumThread, _ question: String) -> Snippet? {
        let index = ForumIndex()
        index.add(thread)
        return index.search(question).hits.first?.snippet
    }

    @Test("matching words are marked where they stand, in their own form")
    func matches() throws {
        let thread = ForumThread(
            id: "a", title: "Late?",
            answer: "Penalties:\n\n ten percent  a day. No penalty on Sunday.")
        let snippet = try #require(Self.snippet(thread, "penalty for late ones"))
        #expect(snippet.text == "Penalties: ten percent a day. No penalty on Sunday.")
        #expect(snippet.matches.map { String(snippet.text[$0]) } == ["Penalties", "penalty"])
    }

    @Test("a stop word is not marked, except where the question is nothing else")
    func stopWords() throws {
        let thread = ForumThread(id: "a", title: "Rubric", answer: "The rubric is in the forum.")
        func marked(_ question: String) throws -> [String] {
            let snippet = try #require(Self.snippet(thread, question))
            return snippet.matches.map { String(snippet.text[$0]) }
        }
        #expect(try marked("where is the rubric") == ["rubric"])
        #expect(try marked("is the") == ["The", "is", "the"])
    }

    @Test("of a long text the part about the question is shown")
    func window() throws {
        let filler = String(repeating: "nothing of interest here. ", count: 60)
        let thread = ForumThread(
            id: "a", title: "Notes", body: filler + "The rubric counts clarity twice. " + filler)
        let snippet = try #require(Self.snippet(thread, "rubric clarity"))
        #expect(snippet.text.contains("rubric counts clarity"))
        #expect(snippet.text.hasPrefix("… "))
        #expect(snippet.text.hasSuffix(" …"))
        #expect(snippet.text.count < 340)
    }

    @Test("scripts without spaces are cut between signs and marked once")
    func unspaced() throws {
        let thread = ForumThread(id: "a", title: "作业", body: "课程作业星期五交。")
        let snippet = try #require(Self.snippet(thread, "作业什么时候交"))
        #expect(snippet.text == "课程作业星期五交。")
        #expect(snippet.matches.map { String(snippet.text[$0]) } == ["作业"])
    }

    @Test("without a body the title is shown")
    func titleOnly() throws {
        let snippet = try #require(
            Self.snippet(ForumThread(id: "a", title: "Where is Module 3?"), "module"))
        #expect(snippet.text == "Where is Module 3?")
        #expect(snippet.pieces.filter(\.matches).map(\.text) == ["Module"])
    }
}
