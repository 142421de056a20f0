import Chat
import Foundation
import Testing

@testable import Telegram

@Suite struct HeardTests {
    static let bot = TelegramUser(id: 4242, isBot: true, name: "Bot", username: "Cohort_Bot")
    static let lila = TelegramUser(id: 11, name: "Lila", language: "pt")
    static let group = TelegramChat(id: -100, kind: .group, title: "Study")
    static let now = Date(timeIntervalSince1970: 2_000_000_000)

    private func message(
        _ text: String? = "/ping", in chat: TelegramChat = group, from: TelegramUser? = lila,
        _ change: (inout TelegramMessage) -> Void = { _ in }
    ) -> Heard? {
        var message = TelegramMessage(
            id: 3, date: 1_796_119_200, chat: chat, from: from, text: text)
        change(&message)
        return Heard(
            Update(id: 7, kind: .message(message)), by: Self.bot, on: .telegram, at: Self.now)
    }

    @Test("a message tells who, where, what, when and its cause")
    func message() throws {
        let heard = try #require(message { $0.topic = 17 })
        #expect(
            heard.incoming
                == Incoming(
                    cause: Cause("telegram", "7"),
                    sender: Sender(Account(.telegram, "11"), name: "Lila", language: "pt"),
                    room: RoomAddress(.telegram, "-100", topic: "17"),
                    place: .group(title: "Study"), content: .text("/ping"), message: "3",
                    sentAt: Date(timeIntervalSince1970: 1_796_119_200), heardAt: Self.now))
        #expect(heard.question == Heard.Question(chat: -100, user: 11))
    }

    @Test("in private nobody's rights are asked for")
    func privateChat() throws {
        let heard = try #require(message(in: TelegramChat(id: 11, kind: .private)))
        #expect(heard.incoming.place == .private)
        #expect(heard.question == nil)
    }

    @Test("what is not for the bot is not heard")
    func notHeard() {
        #expect(message(nil) == nil)
        #expect(message("/ping@Other_Bot") == nil)
        #expect(message(from: TelegramUser(id: 5, isBot: true)) == nil)
        #expect(message(from: nil) == nil)
        #expect(message(in: TelegramChat(id: -5, kind: .channel)) == nil)
        #expect(message { $0.isAutomaticForward = true } == nil)
        #expect(
            Heard(Update(id: 1, kind: .unknown), by: Self.bot, on: .telegram, at: Self.now) == nil)
    }

    @Test("a place that is shared in private is where the sender's clock stands, and nobody else's")
    func location() throws {
        let own = TelegramChat(id: 11, kind: .private)
        let place = TelegramLocation(latitude: 18.52, longitude: 73.857)
        let heard = try #require(message(nil, in: own) { $0.location = place })
        #expect(
            heard.incoming.content == .command("profile zone", fields: ["zone": "18.52,73.86"]))
        #expect(message(nil) { $0.location = place } == nil)
        let forwarded = message(nil, in: own) {
            $0.location = place
            $0.isForwarded = true
        }
        #expect(forwarded == nil)
    }

    @Test("an anonymous administrator has no rights and no chat to write to")
    func anonymous() throws {
        let heard = try #require(
            message(from: TelegramUser(id: 1_087_968_824, isBot: true)) {
                $0.senderChat = Self.group
            }
        )
        #expect(heard.incoming.sender.authority == .unknown)
        #expect(heard.incoming.sender.account == Account(.telegram, "anonymous-100"))
        #expect(heard.question == nil)
    }

    @Test("whoever writes in the name of a channel is a member")
    func channelName() throws {
        let heard = try #require(
            message { $0.senderChat = TelegramChat(id: -55, kind: .channel, title: "News") })
        #expect(heard.incoming.sender.authority == .member)
        #expect(heard.question == nil)
    }

    @Test("a forwarded command is not heard, and other forwarded words gain no rights")
    func forwarded() throws {
        #expect(message("/deadline add x") { $0.isForwarded = true } == nil)
        #expect(message("/ping@cohort_bot") { $0.isForwarded = true } == nil)
        let heard = try #require(message("When is quiz 1?") { $0.isForwarded = true })
        #expect(heard.incoming.sender.authority == .member)
        #expect(heard.question == nil)
    }

    @Test(
        "a reply carries what it replies to, and whether the bot wrote it",
        arguments: [
            (bot, true), (lila, false),
        ])
    func reply(author: TelegramUser, isOurs: Bool) throws {
        let heard = try #require(
            message { $0.replyTo = QuotedMessage(id: 2, from: author, text: "When?") })
        #expect(heard.incoming.replyTo?.isOurs == isOurs)
        #expect(heard.incoming.replyTo?.text == "When?")
        #expect(heard.incoming.replyTo?.message == "2")
    }

    @Test("of a long message that is replied to, the part that was picked out counts")
    func quotedPart() throws {
        let heard = try #require(
            message {
                $0.replyTo = QuotedMessage(id: 2, from: Self.lila, text: "Hi all. When is quiz 1?")
                $0.quotedPart = "When is quiz 1?"
            })
        #expect(heard.incoming.replyTo?.text == "When is quiz 1?")
    }

    @Test("a file comes with its caption, without one, or with the message that is replied to")
    func file() throws {
        let document = TelegramDocument(id: "F", name: "a.pdf", mediaType: "x/y", size: 7)
        let attachment = Attachment(id: "F", name: "a.pdf", mediaType: "x/y", size: 7)
        let captioned = try #require(message("/submit") { $0.document = document })
        #expect(captioned.incoming.content == .text("/submit"))
        #expect(captioned.incoming.attachment == attachment)
        let bare = try #require(message(nil) { $0.document = document })
        #expect(bare.incoming.content == .text(""))
        #expect(bare.incoming.attachment == attachment)
        let reply = try #require(
            message("/submit") {
                $0.replyTo = QuotedMessage(id: 2, from: Self.lila, document: document)
            })
        #expect(reply.incoming.attachment == nil)
        #expect(reply.incoming.replyTo?.attachment == attachment)
        #expect(message("/submit@Other_Bot") { $0.document = document } == nil)
    }

    @Test("another person's change of standing is nothing to answer")
    func member() {
        let change = MembershipChange(
            chat: Self.group, from: Self.lila, date: 1, old: .outside, new: .member)
        #expect(
            Heard(Update(id: 8, kind: .member(change)), by: Self.bot, on: .telegram, at: Self.now)
                == nil)
    }

    @Test("a press carries its data and the moment it came")
    func press() throws {
        let on = TelegramMessage(id: 9, date: 0, chat: Self.group, topic: 17)
        let query = CallbackQuery(id: "q", from: Self.lila, message: on, data: "/undo r7f")
        let heard = try #require(
            Heard(Update(id: 8, kind: .press(query)), by: Self.bot, on: .telegram, at: Self.now))
        #expect(heard.incoming.content == .press("/undo r7f"))
        #expect(heard.incoming.room == RoomAddress(.telegram, "-100", topic: "17"))
        #expect(heard.incoming.sentAt == Self.now)
        #expect(heard.question == Heard.Question(chat: -100, user: 11))
    }

    @Test("a press on a message that is gone counts as private")
    func pressWithoutMessage() throws {
        let query = CallbackQuery(id: "q", from: Self.lila, data: "=yes")
        let heard = try #require(
            Heard(Update(id: 8, kind: .press(query)), by: Self.bot, on: .telegram, at: Self.now))
        #expect(heard.incoming.room == RoomAddress(.telegram, "11"))
        #expect(heard.incoming.place == .private)
    }

    @Test(
        "added and removed are told, a promotion is not",
        arguments: [
            (false, true, Content.botAdded), (true, false, .botRemoved), (true, true, nil),
            (false, false, nil),
        ])
    func membership(wasIn: Bool, isIn: Bool, expected: Content?) {
        let change = MembershipChange(
            chat: Self.group, from: Self.lila, date: 1, old: wasIn ? .member : .outside,
            new: isIn ? .administrator : .outside)
        let heard = Heard(
            Update(id: 8, kind: .membership(change)), by: Self.bot, on: .telegram, at: Self.now)
        #expect(heard?.incoming.content == expected)
    }

    @Test("either of the two migration messages moves the room")
    func migration() {
        let expected = Content.moved(to: RoomAddress(.telegram, "-100200"))
        let told = message(nil) { $0.migratedTo = -100_200 }
        #expect(told?.incoming.content == expected)
        #expect(told?.incoming.room == RoomAddress(.telegram, "-100"))
        let new = TelegramChat(id: -100_200, kind: .group, title: "Study")
        let toldAgain = message(nil, in: new, from: nil) { $0.migratedFrom = -100 }
        #expect(toldAgain?.incoming.content == expected)
        #expect(toldAgain?.incoming.room == RoomAddress(.telegram, "-100"))
    }
}
