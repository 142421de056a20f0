import Chat
import CurlHTTP
import Testing

@testable import Telegram

@Suite struct TelegramPlatformEditingTests {
    private let message = Message(
        room: RoomAddress(.telegram, "-100", topic: "17"), text: [.bold("Done")],
        buttons: [[Button("Undo", "/undo r7")]], replyTo: "5")

    @Test("an edit names the message, its new words and buttons, and no topic or reply")
    func body() async throws {
        let script = ScriptedTransport([.editMessageText: [.result(#"{"message_id":9}"#)]])
        #expect(try await testPlatform(script).edit(message, id: "9") == .sent(id: "9"))
        #expect(
            await script.bodies(.editMessageText) == [
                #"{"chat_id":-100,"message_id":9,"text":"Done","entities":[{"type":"bold","offset":0,"length":4}],"#
                    + #""link_preview_options":{"is_disabled":true},"#
                    + #""reply_markup":{"inline_keyboard":[[{"text":"Undo","callback_data":"/undo r7"}]]}}"#
            ])
    }

    @Test(
        "an edit that is there already is done, and one may be repeated",
        arguments: [
            (
                ScriptedTransport.Outcome.refusal(400, "Bad Request: message is not modified"),
                SendResult.sent(id: "9")
            ),
            (
                .refusal(400, "Bad Request: message to edit not found"),
                .invalid(reason: "the message is gone")
            ),
            (
                .refusal(400, "Bad Request: message can't be edited"),
                .invalid(reason: "the message is gone")
            ),
            (.refusal(429, parameters: #"{"retry_after":3}"#), .slowDown(seconds: 3)),
            (.refusal(403), .blocked), (.refusal(502), .unreachable),
            (.failure(.closed(requestSent: true)), .unreachable),
            (.json("<html>", status: 200), .unreachable),
        ])
    func results(outcome: ScriptedTransport.Outcome, expected: SendResult) async throws {
        let script = ScriptedTransport([.editMessageText: [outcome]])
        #expect(try await testPlatform(script).edit(message, id: "9") == expected)
    }

    @Test("a text that fills several messages is no edit")
    func tooLong() async throws {
        var long = message
        long.text = Text([.plain(String(repeating: "word ", count: 1_000))])
        let result = try await testPlatform(ScriptedTransport()).edit(long, id: "9")
        #expect(result == .invalid(reason: "text is too long"))
    }
}
