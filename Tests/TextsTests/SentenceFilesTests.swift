import Testing

@testable import Texts

@Suite("Sentence files")
struct SentenceFilesTests {
    private static func files(_ files: [(String, String)]) -> SentenceFiles {
        SentenceFiles(
            LanguageFiles(
                tag: "en", folder: "English",
                files: files.map { (name: $0.0, bytes: Array($0.1.utf8)) }))
    }

    @Test("a file is read when one of its sentences is asked for first")
    func lazily() {
        let files = Self.files([("values", "plain: a"), ("help", "help.pong: pong"), ("faq", "{")])
        #expect(files.filesRead == [])
        #expect(files.template("help.pong")?.pieces == [.words("pong")])
        #expect(files.filesRead == ["help"])
        #expect(files.template("help.other") == nil)
        #expect(files.filesRead == ["help"])
        // Its first word names no file.
        #expect(files.template("plain")?.pieces == [.words("a")])
        #expect(files.filesRead == ["help", "values"])
    }

    @Test("what is asked for everything reads everything, and names what is wrong")
    func everything() {
        let files = Self.files([
            ("values", "plain: a\nhelp.pong: x"), ("help", "help.pong: pong\nother: '*'"),
            ("faq", "plain: b"),
        ])
        #expect(files.all.keys.sorted() == ["help.pong", "plain"])
        #expect(
            files.all.faults.map(\.description) == [
                "English/values.yaml:2:12: help.pong: this sentence belongs into help.yaml",
                "English/help.yaml:2:8: other: a closing * is missing",
                "English/faq.yaml:1:8: plain: this sentence is written twice",
            ])
        #expect(files.template("help.pong")?.pieces == [.words("pong")])
    }
}
