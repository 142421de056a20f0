import Testing

@testable import Telegram

@Suite struct JSONNameTests {
    private func name(_ json: String) throws -> JSONName? {
        var scanner = JSONScanner(Array(json.utf8))
        var found: JSONName?
        try scanner.object { name, _ throws(JSONFault) in found = name }
        return found
    }

    @Test(
        "is the word that it spells, and no shorter or longer one",
        arguments: [
            (#"{"text":1}"#, true), (#"{"tex":1}"#, false), (#"{"texts":1}"#, false),
            (#"{"":1}"#, false), (#"{"\u0074ext":1}"#, true), (#"{"téxt":1}"#, false),
        ])
    func equality(json: String, isText: Bool) throws {
        let name = try #require(try name(json))
        #expect((name == "text") == isText)
        switch name {
        case "other": Issue.record("taken for another word")
        case "text": #expect(isText)
        default: #expect(!isText)
        }
    }
}
