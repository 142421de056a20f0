import Chat
import FoundationEssentials
import JSONLine
import Testing

@testable import Cohorts

@Suite struct OutgoingBytesTests {
    /// A message with every field and every kind of value.
    static var whole: Outgoing {
        let inner = Phrase(
            "plain", ["text": .user("a \"b\" \\ \u{8}\n\u{1}\u{7f} ünïcode 🧘 \u{2028}</")])
        return Outgoing(
            to: .person(EventSamples.person, fallback: EventSamples.room),
            reader: EventSamples.person,
            Phrase(
                "topic.whole",
                [
                    "user": .user("Lila"), "code": .code("/undo r1"), "number": .number(-1_204),
                    "moment": .moment(EventSamples.now), "distance": .distance(EventSamples.now),
                    "duration": .duration(.max), "zone": .zone("Asia/Kolkata"),
                    "link": .link(label: "here/", url: "https://example.org/?a=b&c"),
                    "mention": .mention(EventSamples.account, name: "Emma <b>"),
                    "phrase": .phrase(inner), "lines": .lines([inner, inner]), "list": .list([]),
                    "translated": .translated(key: "cards.ping", english: "Check"), "é": .user(""),
                ]),
            buttons: [
                [Choice(Phrase("undo"), "/undo r12"), Choice(inner, "=0")],
                [Choice(Phrase("reminders.done"), "/done r1")],
            ], replyTo: "5", asks: EventSamples.account, urgency: .broadcast,
            expires: EventSamples.now, aside: EventSamples.room,
            file: KeptFile(digest: "0a", name: "a \"b\".pdf", mediaType: "text/x", size: 7))
    }

    private static let plain = Outgoing(to: .room(EventSamples.room), Phrase("pong"))

    @Test(
        "the bytes are those of the Codable form",
        arguments: [[], [plain], [whole], [whole, plain, EventSamples.message]])
    func bytes(messages: [Outgoing]) throws {
        let slow = try JSONLineEncoder().encode(messages)
        #expect(
            OutgoingBytes.line(messages).map { String(decoding: $0, as: UTF8.self) }
                == String(decoding: slow, as: UTF8.self))
        #expect(try EventCodec().decodeOwed(EventCodec().encode(messages)) == messages)
    }

    @Test("no field of a message is left out: one that is added is written here, too")
    func fields() {
        #expect(Mirror(reflecting: Self.whole).children.count == 10)
        #expect(Mirror(reflecting: Choice(Phrase("x"), "y")).children.count == 2)
        #expect(Mirror(reflecting: Phrase("x")).children.count == 2)
    }

    @Test("what has no place in a line is left to the slow way, which says why")
    func impossible() {
        var message = Self.plain
        message.expires = .distantFuture.addingTimeInterval(1e13)
        #expect(OutgoingBytes.line([message]) == nil)
        #expect(throws: EncodingError.self) { try EventCodec().encode([message]) }
    }
}
