import Chat
import Testing

@testable import Discord

@Suite struct MessageBodyTests {
    private let room = RoomAddress(.discord, "5")

    @Test("a body pings nobody unless it is meant, and carries a nonce of its key")
    func body() {
        let body = MessageBody(Message(room: room, text: [.quoted("@everyone")], key: "12.0"))
        let json = body.part(0, replyTo: "9")
        #expect(json["content"] == "\\@everyone")
        #expect(json["allowed_mentions"] == ["parse": [], "users": [], "replied_user": false])
        #expect(json["message_reference"] == ["message_id": "9", "fail_if_not_exists": false])
        #expect(json["enforce_nonce"] == true)
        #expect(json["nonce"] == .string(Nonce.of("12.0", part: 0)))
        let bare = MessageBody(Message(room: room, text: "x")).part(0)
        #expect(bare["nonce"] == nil && bare["message_reference"] == nil)
    }

    @Test("a link shows no preview, which could say who wrote a work")
    func previews() {
        let body = MessageBody(Message(room: room, text: "https://example.org/lila"))
        #expect(body.part(0)["flags"] == 4)
    }

    @Test("who is asked or named is notified, and nobody else")
    func notified() {
        let lila = Account(.discord, "77")
        let asked = MessageBody(Message(room: room, text: "Which?", asks: lila)).part(0)
        #expect(asked["allowed_mentions"] == ["parse": [], "users": ["77"], "replied_user": true])
        let named = MessageBody(Message(room: room, text: [.mention(lila, name: "Lila")])).part(0)
        #expect(named["allowed_mentions"]?["users"] == ["77"])
    }

    @Test("nonces fit, are equal for equal keys and differ for others")
    func nonces() {
        let keys =
            (0..<2_000).map { "\($0).0" } + (0..<2_000).map { "discord:15760632446977310\($0).0" }
        let nonces = Set(keys.flatMap { [Nonce.of($0, part: 0), Nonce.of($0, part: 1)] })
        #expect(nonces.count == 8_000)
        #expect(nonces.allSatisfy { (10...25).contains($0.utf8.count) })
        #expect(Nonce.of("7.0", part: 0) == Nonce.of("7.0", part: 0))
    }

    @Test("a long message has its reply first and its buttons last; a private answer is for one")
    func parts() {
        let text = String(repeating: "word ", count: 900)
        let body = MessageBody(
            Message(room: room, text: [.plain(text)], buttons: [[Button("Yes", "=0")]]))
        #expect(body.count == 3)
        #expect(body.part(0, replyTo: "9")["message_reference"] != nil)
        #expect(body.part(1, replyTo: "9")["message_reference"] == nil)
        #expect(body.part(0)["components"] == [] && body.part(2)["components"]?.array.count == 1)
        #expect(body.answer(0, isPrivate: true)["flags"] == 68)
        #expect(body.answer(0, isPrivate: false)["flags"] == 4)
    }

    @Test("buttons stand in at most five rows of five, each with an id of its own")
    func buttons() throws {
        let same = Array(repeating: Button("Again", "/again"), count: 7)
        let rows = ButtonRows.json([same, [], [Button("", String(repeating: "é", count: 100))]])
            .array
        #expect(rows.map { $0["components"]?.array.count } == [5, 2, 1])
        let buttons = rows.flatMap { $0["components"]?.array ?? [] }
        let ids = buttons.compactMap { $0["custom_id"]?.string }
        #expect(Set(ids).count == 8 && ids.allSatisfy { (1...100).contains($0.utf16.count) })
        #expect(ButtonRows.data(of: ids[3]) == "/again")
        #expect(buttons.allSatisfy { (1...80).contains($0["label"]?.string?.count ?? 0) })
        #expect(ButtonRows.json(Array(repeating: same, count: 9)).array.count == 5)
        #expect(ButtonRows.data(of: "/old|x") == "/old|x" && ButtonRows.data(of: "=1") == "=1")
    }
}
