import Chat
import Foundation
import Support
import Testing

@testable import Telegram

@Suite struct SendMessageTests {
    private func json(_ message: Message, to chat: Int64 = 11) -> [String] {
        SendMessage.all(message, to: chat).map { part in
            String(decoding: JSONWriter.object { part.write(&$0) }, as: UTF8.self)
        }
    }

    private let room = RoomAddress(.telegram, "11")

    @Test("absent fields are left out")
    func plain() {
        let message = Message(room: room, text: "A \"quoted\" \\ line\nand\u{1} 😀")
        #expect(
            json(message) == [
                #"{"chat_id":11,"text":"A \"quoted\" \\ line\u000aand\u0001 😀","link_preview_options":{"is_disabled":true}}"#
            ])
    }

    @Test("everything that a message can carry is written as Telegram names it")
    func full() {
        let message = Message(
            room: RoomAddress(.telegram, "-100", topic: "17"),
            text: [
                .bold("Hi "), .mention(Account(.telegram, "5"), name: "Lila"), .plain(" "),
                .link("LMS", url: "https://l.ms/?a=\"b\""),
            ],
            buttons: [
                [Button("Undo", "/undo r7"), Button("Too long", String(repeating: "x", count: 65))]
            ],
            replyTo: "3")
        #expect(
            json(message, to: -100) == [
                #"{"chat_id":-100,"message_thread_id":17,"text":"Hi Lila LMS","entities":["#
                    + #"{"type":"bold","offset":0,"length":3},"#
                    + #"{"type":"text_mention","user":{"id":5,"is_bot":false,"first_name":"Lila"},"offset":3,"length":4},"#
                    + #"{"type":"text_link","url":"https://l.ms/?a=\"b\"","offset":8,"length":3}],"#
                    + #""link_preview_options":{"is_disabled":true},"#
                    + #""reply_parameters":{"message_id":3,"allow_sending_without_reply":true},"#
                    + #""reply_markup":{"inline_keyboard":[[{"text":"Undo","callback_data":"/undo r7"}]]}}"#
            ])
    }

    @Test(
        "a question opens a reply field in a group, and only there",
        arguments: [
            (Int64(-100), true), (11, false),
        ])
    func asks(chat: Int64, forces: Bool) {
        let message = Message(
            room: room, text: "When?", replyTo: "3", asks: Account(.telegram, "5"))
        let body = json(message, to: chat).joined()
        #expect(body.contains(#""reply_markup":{"force_reply":true,"selective":true}"#) == forces)
    }

    @Test("a long message is several: the reply first, the buttons last")
    func long() {
        let words = String(repeating: "word ", count: 2_000)
        let message = Message(
            room: room, text: [.plain(words)], buttons: [[Button("Undo", "/undo")]], replyTo: "3")
        let parts = SendMessage.all(message, to: 11)
        #expect(parts.count == 3)
        #expect(parts.map(\.replyTo) == [3, nil, nil])
        #expect(parts.map { $0.buttons.count } == [0, 0, 1])
    }

    @Test("what is written reads back as the same text")
    func readsBack() throws {
        var chance = SeededGenerator(state: 5)
        for _ in 0..<500 {
            let text = chance.text(upTo: 40) + "\u{0}\u{1F}\u{7F}\"\\"
            var scanner = JSONScanner(JSONWriter.object { $0.member("text", text) })
            var read: String?
            try scanner.object { _, json throws(JSONFault) in read = try json.string() }
            #expect(read == text)
        }
    }
}
