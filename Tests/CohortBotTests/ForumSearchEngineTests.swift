import ForumSearch
import Foundation
import Testing

@testable import CohortBot

@Suite("cohortbot forum search")
struct ForumSearchEngineTests {
    private static let corpus = """
        {"id":"late","title":"How is the late penalty counted?","body":"Ten percent of the score for each day."}
        {"id":"extension","title":"Extension for Assignment 2","body":"Ask your instructor before the deadline."}

        {"id":7,"title":"When do we get our credential?","body":null,"more":[1]}
        {"body":"¿Cuándo se entrega la tarea?","id":"es/1"}

        """

    private func corpus(_ text: String, pieces: Int = 64) throws(CorpusFault) -> ForumIndex {
        var corpus = ForumCorpus(index: ForumIndex())
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            try corpus.take(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
        }
        try corpus.finish()
        return corpus.index
    }

    private func engine() throws -> ForumSearchEngine {
        ForumSearchEngine(index: try corpus(Self.corpus), language: nil)
    }

    private func answer(_ json: String) throws -> [String: Any] {
        let line = try engine().answer(InputLines.Line(number: 7, bytes: Array(json.utf8))).json
        #expect(!line.contains("\n"))
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(object as? [String: Any])
    }

    @Test("a question is answered by hits with falling scores, and by how sure the first is")
    func hits() throws {
        let answer = try answer(#"{"id":"q1","text":"How is the late penalty counted?"}"#)
        #expect(answer["id"] as? String == "q1")
        let hits = try #require(answer["hits"] as? [[String: Any]])
        #expect(hits.first?["id"] as? String == "late")
        let scores = hits.compactMap { $0["score"] as? Double }
        #expect(scores.count == hits.count && scores == scores.sorted(by: >))
        #expect(answer["answered"] as? Bool == true)
        #expect(try #require(answer["confidence"] as? Double) > 0.5)
    }

    @Test(
        "names are texts or whole numbers and come back as they were",
        arguments: [
            (#"{"id":12,"text":"credential"}"#, #"{"id":12,"hits":[{"id":"7","#),
            (#"{"id":"a\"/ü","text":"tarea"}"#, #"{"id":"a\"/ü","hits":[{"id":"es/1","#),
            (#"{"text":"xyzzy"}"#, #"{"id":null,"hits":[],"answered":false,"confidence":0.0}"#),
        ])
    func names(question: String, start: String) throws {
        let line = InputLines.Line(number: 1, bytes: Array(question.utf8))
        let json = try engine().answer(line).json
        #expect(json.hasPrefix(start))
    }

    @Test(
        "a line that asks nothing is answered in its place with what is wrong",
        arguments: [
            ("", "line 7: no JSON object"), ("[1]", "line 7: no JSON object"),
            ("{}", "line 7: no \"text\""), (#"{"text":5}"#, "line 7: \"text\" is no text"),
            (#"{"id":{},"text":"a"}"#, "line 7: \"id\" is no text"),
            (#"{"text":null}"#, "line 7: no \"text\""),
        ])
    func faults(line: String, words: String) throws {
        let answer = try answer(line)
        #expect(answer["error"] as? String == words)
        #expect((answer["hits"] as? [Any])?.isEmpty == true)
        #expect(answer["answered"] as? Bool == false)
        #expect(answer["confidence"] as? Double == 0)
    }

    @Test("bytes that are no UTF-8, and lines without end, are answered, too")
    func bytes() throws {
        let engine = try engine()
        let broken = engine.answer(InputLines.Line(number: 1, bytes: [0x22, 0xFF, 0x22]))
        #expect(broken.error == "line 1: no UTF-8")
        let endless = engine.answer(InputLines.Line(number: 2, bytes: nil))
        #expect(endless.error?.hasPrefix("line 2: longer") == true)
    }

    @Test("a corpus is read however its bytes are cut", arguments: [1, 7, 10_000])
    func cuts(pieces: Int) throws {
        #expect(try corpus(Self.corpus, pieces: pieces).count == 4)
        #expect(try corpus("", pieces: pieces).isEmpty)
    }

    @Test(
        "a corpus that is none is refused with its line and with what a line looks like",
        arguments: [
            ("{\"id\":\"a\",\"title\":\"b\"}\nnonsense", 2, "no JSON object"),
            (#"{"title":"b"}"#, 1, "no \"id\""), (#"{"id":"a"}"#, 1, "no \"title\" and no"),
            (#"{"id":"a","title":[]}"#, 1, "\"title\" is no text"),
        ])
    func brokenCorpus(text: String, line: Int, words: String) throws {
        let fault = #expect(throws: CorpusFault.self) { try corpus(text) }
        #expect(fault?.line == line)
        #expect(fault?.words.hasPrefix(words) == true)
        #expect(fault?.words.contains(ForumCorpus.shape) == true)
    }

    @Test("an id that stands twice is refused with both lines")
    func twice() throws {
        let fault = #expect(throws: CorpusFault.self) {
            try corpus("{\"id\":\"a\",\"title\":\"b\"}\n\n{\"id\":\"a\",\"title\":\"c\"}\n")
        }
        #expect(fault?.line == 3)
        #expect(fault?.words.contains("line 1") == true)
    }

    @Test("a person is shown the answer, or at most three threads, or that there is none")
    func people() throws {
        let engine = try engine()
        let answered = engine.lines(for: "How is the late penalty counted?")
        #expect(answered.count == 3)
        #expect(answered.first?.hasPrefix("answered here (") == true)
        #expect(answered.dropFirst().first == "1. How is the late penalty counted? (late)")
        #expect(answered.last == "   Ten percent of the score for each day.")
        #expect(engine.lines(for: "flights to Mars") == ["no thread on this yet, of 4 threads"])
    }

    @Test("a wrong option is a wrong usage and says what is right")
    func options() {
        func fault(corpus: String, language: String? = nil) -> Failure? {
            do {
                _ = try ForumSearchSession(corpus: corpus, language: language)
                return nil
            } catch {
                return error as? Failure
            }
        }
        let missing = fault(corpus: "/nowhere/threads.jsonl")
        #expect(missing?.exitCode == 64)
        #expect(missing?.lines.first?.hasPrefix("/nowhere/threads.jsonl: No such file") == true)
        #expect(missing?.lines.first?.contains(ForumCorpus.shape) == true)
        #expect(fault(corpus: "/dev/null") == nil)
        #expect(fault(corpus: "/dev/null", language: "pt-BR") == nil)
        #expect(fault(corpus: "/dev/null", language: "Klingon!")?.exitCode == 64)
        #expect(fault(corpus: "/", language: "en")?.exitCode == 65)
    }
}
