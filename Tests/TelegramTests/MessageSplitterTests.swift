import Chat
import Support
import Testing

@testable import Telegram

@Suite struct MessageSplitterTests {
    private func parts(_ text: String, _ longest: Int) -> [String] {
        MessageSplitter(longest: longest).parts(MarkedText([.plain(text)])).map(\.text)
    }

    @Test(
        "cuts at the end of a paragraph, else a line, else a word",
        arguments: [
            ("short", ["short"]),
            ("  trimmed \n", ["trimmed"]),
            ("", []), (" \n\t ", []),
            ("one two\n\nthree four", ["one two", "three four"]),
            ("one\ntwo three\nfour", ["one", "two three", "four"]),
            ("one two three four", ["one two", "three four"]),
            ("abcdefghijklmno", ["abcdefghijkl", "mno"]),
            ("123456789ab😀cd", ["123456789ab", "😀cd"]),
            ("123456789a👩‍👩‍👧", ["123456789a", "👩‍👩‍👧"]),
        ])
    func cuts(text: String, expected: [String]) {
        #expect(parts(text, 12) == expected)
    }

    @Test("a mark is not cut while it fits into one message")
    func wholeMarks() {
        let text: Text = [.plain("see: "), .code("a b c d"), .plain(" end")]
        let parts = MessageSplitter(longest: 9).parts(MarkedText(text))
        #expect(parts.map(\.text) == ["see:", "a b c d", "end"])
        #expect(parts[1].marks == [.init(kind: .code, range: 0..<7)])
    }

    @Test("a mark that is longer than a message is cut and goes on")
    func longMark() {
        let parts = MessageSplitter(longest: 4).parts(MarkedText([.code("abcdefghij")]))
        #expect(parts.map(\.text) == ["abcd", "efgh", "ij"])
        #expect(parts.allSatisfy { $0.marks.first?.range == 0..<$0.text.utf16.count })
    }

    @Test("no part has more marks than Telegram reads")
    func manyMarks() {
        let text = Text((0..<250).flatMap { [Run.code("c\($0)"), .plain(" and ")] })
        let parts = MessageSplitter().parts(MarkedText(text))
        #expect(parts.count == 3)
        #expect(parts.allSatisfy { $0.marks.count <= 100 })
        #expect(parts.reduce(0) { $0 + $1.marks.count } == 250)
    }

    @Test(
        "every part is within the limit, marks sit on the same words, and only white space is lost")
    func everything() {
        var chance = SeededGenerator(state: 3)
        for round in 0..<400 {
            let text = Text([
                .bold(chance.text(upTo: 10)), .quoted(chance.text(upTo: 120)),
                .code(chance.text(upTo: 20)),
                .plain(chance.text(upTo: 60)),
            ])
            let whole = MarkedText(text)
            let splitter = MessageSplitter(longest: 10 + round % 50)
            let parts = splitter.parts(whole)
            var marked = ""
            for part in parts {
                let units = Array(part.text.utf16)
                #expect(!units.isEmpty && units.count <= splitter.longest)
                #expect(String(decoding: units, as: UTF16.self) == part.text)
                #expect(!part.text.contains("\u{FFFD}") || text.plain.contains("\u{FFFD}"))
                for mark in part.marks {
                    #expect(mark.range.upperBound <= units.count)
                    marked += String(decoding: units[mark.range], as: UTF16.self)
                }
            }
            #expect(Self.ink(parts.map(\.text).joined()) == Self.ink(whole.text))
            let units = Array(whole.text.utf16)
            let before = whole.marks.map { String(decoding: units[$0.range], as: UTF16.self) }
            #expect(Self.ink(marked) == Self.ink(before.joined()))
        }
    }

    private static func ink(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
}
