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
            buttons: [[Button("Open", "/review open")]], replyTo: "5")
        let result = try await testPlatform(script).send(
            file: Array("BEGIN".utf8), named: "due.ics", mediaType: "text/calendar", with: message)
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
        let message = Message(room: room, text: Text([]))
        _ = try await testPlatform(script).send(file: [1], named: "x", with: message)
        #expect(await script.bodies(.sendDocument).first?.contains("caption") == false)
    }

    @Test(
        "what Telegram would refuse is not sent",
        arguments: [
            ("-100", 0, 1, SendResult.invalid(reason: "file is empty")),
            ("-100", 1, 1_025, .invalid(reason: "caption is too long")),
            ("-100", 1, 5_000, .invalid(reason: "caption is too long")),
            ("anonymous-100", 1, 1, .blocked),
        ])
    func unsendable(chat: String, size: Int, caption: Int, expected: SendResult) async throws {
        let script = ScriptedTransport()
        let message = Message(
            room: RoomAddress(.telegram, chat),
            text: Text([.plain(String(repeating: "x", count: caption))]))
        let file = [UInt8](repeating: 7, count: size)
        let result = try await testPlatform(script).send(file: file, named: "x", with: message)
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
        #expect(try await testPlatform(script).fetch("F", upTo: limit) == expected)
    }
}
