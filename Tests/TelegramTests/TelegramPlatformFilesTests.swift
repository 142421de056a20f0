import Chat
import CurlHTTP
import Testing

@testable import Telegram

@Suite struct TelegramPlatformFilesTests {
    private let room = RoomAddress(.telegram, "-100", topic: "17")

    @Test("a file goes out with its caption, its marks and what it replies to")
    func send() async throws {
        let script = ScriptedTransport([.sendDocument: [.result(#"{"message_id":9}"#)]])
        let message = Message(
            room: room, text: [.plain("By "), .quoted("@lila")],
            buttons: [[Button("Open", "/review open")]], replyTo: "5",
            file: KeptFile(digest: "ab", name: "due.ics", mediaType: "text/calendar", size: 5))
        let result = try await testPlatform(script).send(message, with: Array("BEGIN".utf8))
        #expect(result == .sent(id: "9"))
        let body = try #require(await script.bodies(.sendDocument).first)
        for part in [
            "name=\"chat_id\"\r\n\r\n-100\r\n", "name=\"message_thread_id\"\r\n\r\n17\r\n",
            "name=\"caption\"\r\n\r\nBy @lila\r\n",
            #"[{"type":"code","offset":3,"length":5}]"#,
            #"{"message_id":5,"allow_sending_without_reply":true}"#,
            #"{"inline_keyboard":[[{"text":"Open","callback_data":"/review open"}]]}"#,
            "filename=\"due.ics\"\r\nContent-Type: text/calendar\r\n\r\nBEGIN\r\n",
        ] {
            #expect(body.contains(part), "\(part)")
        }
    }

    @Test("a file needs no words")
    func noCaption() async throws {
        let script = ScriptedTransport([.sendDocument: [.result(#"{"message_id":9}"#)]])
        let message = Message(room: room, text: Text([]), replyTo: "5", file: Self.file)
        _ = try await testPlatform(script).send(message, with: [1])
        let body = try #require(await script.bodies(.sendDocument).first)
        #expect(!body.contains("caption"))
        #expect(body.contains(#"{"message_id":5,"#))
    }

    private static let file = KeptFile(digest: "ab", name: "x", mediaType: "text/plain", size: 1)

    @Test("a name is never a path, whatever it holds")
    func neutralName() async throws {
        let script = ScriptedTransport([.sendDocument: [.result(#"{"message_id":9}"#)]])
        let file = KeptFile(
            digest: "ab", name: "../../e\"tc\r\n/x", mediaType: "text/plain", size: 1)
        _ = try await testPlatform(script).send(
            Message(room: room, text: Text([]), file: file), with: [1])
        let body = try #require(await script.bodies(.sendDocument).first)
        #expect(body.contains("filename=\"_.._e_tc___x\""))
    }

    @Test("words that are too long for a caption go first, and what is out stays out")
    func longWords() async throws {
        let script = ScriptedTransport([
            .sendMessage: [.result(#"{"message_id":7}"#)],
            .sendDocument: [.refusal(500), .result(#"{"message_id":9}"#)],
        ])
        let platform = try testPlatform(script)
        let message = Message(
            room: room, text: Text([.plain(String(repeating: "x", count: 1_025))]), replyTo: "5",
            file: Self.file, key: "4.0")
        #expect(await platform.send(message, with: [1]) == .uncertain)
        #expect(await platform.send(message, with: [1]) == .sent(id: "9"))
        #expect(await script.bodies(.sendMessage).count == 1)
        let documents = await script.bodies(.sendDocument)
        #expect(documents.count == 2)
        #expect(documents.allSatisfy { !$0.contains("caption") && !$0.contains("reply_param") })
    }

    @Test(
        "what Telegram would refuse is not sent",
        arguments: [
            ("-100", 0, 1, SendResult.invalid(reason: "file is empty")),
            ("-100", (50 << 20) + 1, 1, .invalid(reason: "file is too large")),
            ("anonymous-100", 1, 1, .blocked),
        ])
    func unsendable(chat: String, size: Int, caption: Int, expected: SendResult) async throws {
        let script = ScriptedTransport()
        let message = Message(
            room: RoomAddress(.telegram, chat),
            text: Text([.plain(String(repeating: "x", count: caption))]), file: Self.file)
        let file = [UInt8](repeating: 7, count: size)
        let result = try await testPlatform(script).send(message, with: file)
        #expect(result == expected)
        #expect(await script.calls.isEmpty)
    }

    private static let place = #"{"file_id":"F","file_path":"documents/a b.txt","file_size":5}"#

    @Test(
        "a file is fetched where Telegram says it lies",
        arguments: [
            (ScriptedTransport.Outcome.result(place), 100, FetchedFile.bytes(Array("hello".utf8))),
            (.result(place), 4, .tooLarge),
            (.result(#"{"file_id":"F","file_path":"documents/a b.txt"}"#), 4, .tooLarge),
            (.result(#"{"file_id":"F","file_path":"../secret"}"#), 100, .gone),
            (.result(#"{"file_id":"F","file_path":"gone.txt"}"#), 100, .gone),
            (.result(#"{"file_id":"F"}"#), 100, .unreachable),
            (.refusal(400, "Bad Request: file is too big"), 100, .tooLarge),
            (.refusal(400, "Bad Request: wrong file_id"), 100, .gone),
            (.refusal(500), 100, .unreachable), (.failure(.cannotConnect), 100, .unreachable),
        ])
    func fetch(
        outcome: ScriptedTransport.Outcome, limit: Int, expected: FetchedFile
    ) async throws {
        let script = ScriptedTransport(
            [.getFile: [outcome]],
            files: [
                "documents/a%20b.txt": .json("hello", status: 200),
                "gone.txt": .json("Not Found", status: 404),
            ])
        #expect(try await testPlatform(script).fetch(Attachment(id: "F"), upTo: limit) == expected)
    }
}
