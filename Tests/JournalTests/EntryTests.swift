import FoundationEssentials
import Testing

@testable import Journal

@Suite struct EntryTests {
    @Test(
        "one JSON value on one line is taken",
        arguments: [
            "{}", "[]", "null", "-1.5e3", "\"text\"", #"{"a":[1,{"b":"}]\"\\"}],"c":"ü 🌍"}"#,
            #"[ "spaces" , 2 ]"#, #"["0123456","01234567","012345678\"9"]"#,
            #"{"\\\\\\\\":"a long text with \" and \\ and ü at its end ü"}"#,
        ])
    func taken(json: String) throws {
        let entry = try Entry(
            kind: "k", time: .distantPast, d: Array(json.utf8), out: Array(json.utf8))
        #expect(entry.d == Array(json.utf8))
    }

    @Test(
        "what would not come back whole from a line is refused",
        arguments: [
            "", "{", "}", "[1", "\"open", "{\"a\":\"\n\"}", "{}\n", "{}{}", "1,2", "\"a\"\"b\"",
            "{\"a\":\"\\", "{\"tab\":\"\t\"}", "[\"0123456\n\"]", "[\"01234567\\\"]",
            "[\"0123456789\u{1}1234\"]", "[\"012345678]",
        ])
    func refused(json: String) {
        #expect(throws: Entry.Malformed(kind: "k", part: "d")) {
            try Entry(kind: "k", time: .distantPast, d: Array(json.utf8))
        }
        #expect(throws: Entry.Malformed(kind: "k", part: "out")) {
            try Entry(kind: "k", time: .distantPast, d: Array("{}".utf8), out: Array(json.utf8))
        }
    }

    @Test("broken UTF-8 is refused")
    func brokenText() {
        #expect(throws: Entry.Malformed(kind: "k", part: "d")) {
            try Entry(kind: "k", time: .distantPast, d: [0x22, 0xFF, 0x22])
        }
    }

    @Test("the time is what a replay will say: whole milliseconds")
    func time() throws {
        let entry = try Entry(
            kind: "k", time: Date(timeIntervalSince1970: 12.345_678), d: Array("{}".utf8))
        #expect(entry.time == Date(timeIntervalSince1970: 12.346))
    }
}
