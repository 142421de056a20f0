import Foundation
import Testing

@testable import ForumImport

@Suite("Tables")
struct CSVTableTests {
    @Test("columns are found by name, fields may hold anything", arguments: [",", ";", "\t"])
    func columns(separator: String) throws {
        let rows = [
            ["\u{FEFF}Question", "Answer", "tags", "asked_by", "Date"],
            [
                "\"When, \"\"exactly\"\";\tis it?\nToday?\"", "Now", "\"quiz, week 2\"", "Lila",
                "2026-11-23",
            ],
            ["", "lost", "", "", ""], ["Who?"],
        ]
        let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
        let forum = try ImportedForum.read(Array(text.utf8), name: "faq.csv")
        let thread = try #require(forum.threads.first)
        #expect(forum.threads.count == 2)
        #expect(thread.title == "When, \"exactly\";\tis it?\nToday?")
        #expect(thread.answer?.text == "Now")
        #expect(thread.tags == ["quiz", "week 2"])
        #expect(thread.author.name == "Lila")
        #expect(thread.askedAt?.timeIntervalSince1970 == 1_795_392_000)
        #expect(forum.threads.last?.answer == nil)
        #expect(forum.skipped == [.withoutQuestion: 1])
    }

    @Test("a row without an id has the same one each time, whatever its answer is")
    func keys() throws {
        let one = try ImportedForum.read(Array("title,answer\nWhen?,Now\n".utf8), name: "a.csv")
        let two = try ImportedForum.read(Array("title,answer\nwhen ?,Later\n".utf8), name: "a.csv")
        #expect(one.threads.map(\.id) == two.threads.map(\.id))
    }
}
