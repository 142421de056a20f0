import Support
import Testing

@testable import Telegram

@Suite struct UpdateTests {
    private func batch(_ json: String) throws -> UpdateBatch {
        var scanner = JSONScanner(Array(json.utf8))
        return try UpdateBatch(&scanner)
    }

    static let ping = """
        {"update_id":7,"message":{"message_id":3,"from":{"id":11,"is_bot":false,"first_name":"Lila",\
        "last_name":"M","language_code":"pt-br"},"chat":{"id":-100,"type":"supergroup","title":"Study"},\
        "date":1796119200,"text":"/ping \\ud83d\\ude00","entities":[{"type":"bot_command","offset":0,"length":5}]}}
        """

    @Test("reads a message")
    func message() throws {
        let update = try #require(try batch("[\(Self.ping)]").updates.first)
        guard case .message(let message) = update.kind else { return #expect(Bool(false)) }
        #expect(update.id == 7)
        #expect(message.text == "/ping 😀")
        #expect(message.from == TelegramUser(id: 11, name: "Lila M", language: "pt-br"))
        #expect(message.chat == TelegramChat(id: -100, kind: .group, title: "Study"))
        #expect(message.topic == nil)
    }

    @Test(
        "what is unknown or not as documented is skipped alone",
        arguments: [
            #"{"update_id":8,"telepathy":{"from":[{"deep":null}]}}"#,
            #"{"update_id":8}"#,
            #"{"update_id":8,"message":{"message_id":"three","date":1,"chat":{"id":1,"type":"private"}}}"#,
            #"{"update_id":8,"message":{"date":1}}"#,
            #"{"update_id":8,"message":[]}"#,
            #"{"message":7,"update_id":8}"#,
            #"{"update_id":8,"callback_query":{"id":5}}"#,
            #"{"update_id":8,"edited_channel_post":{"message_id":1,"date":1,"chat":{"id":1,"type":"channel"}}}"#,
        ])
    func lenient(odd: String) throws {
        let batch = try batch("[\(Self.ping),\(odd),\(Self.ping)]")
        #expect(batch.updates.map(\.id) == [7, 8, 7])
        #expect(batch.updates[1].kind == .unknown)
        #expect(batch.updates[2].kind != .unknown)
        #expect(batch.skipped == 1)
    }

    @Test(
        "an element without an id is skipped too",
        arguments: ["7", "{}", "null", #"{"update_id":"x"}"#])
    func withoutID(odd: String) throws {
        let batch = try batch("[\(odd),\(Self.ping)]")
        #expect(batch.updates.map(\.id) == [7])
        #expect(batch.skipped == 1)
    }

    @Test("an answer in which nothing could be confirmed is refused as a whole")
    func nothingToConfirm() {
        #expect(throws: JSONFault.mismatch) { try batch("[{},{}]") }
    }

    @Test("a cut answer is refused as a whole, at whatever byte it was cut")
    func cut() {
        let whole = Array("[\(Self.ping)]".utf8)
        for count in 0..<whole.count {
            var scanner = JSONScanner(Array(whole.prefix(count)))
            #expect(throws: JSONFault.malformed) { try UpdateBatch(&scanner) }
        }
    }

    @Test("damaged bytes never end in a crash")
    func damage() {
        var chance = SeededGenerator(state: 2)
        let whole = Array("[\(Self.ping),\(Self.ping)]".utf8)
        for _ in 0..<20_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(
                    in: 0...255, using: &chance)
            }
            var scanner = JSONScanner(bytes)
            _ = try? UpdateBatch(&scanner)
        }
    }

    @Test("fields from the future do no harm")
    func unknownFields() throws {
        let decorated = Self.ping.replacing("{", with: #"{"zz_future":{"a":[1,"}"]},"#)
        #expect(try batch("[\(decorated)]").updates == batch("[\(Self.ping)]").updates)
    }
}
