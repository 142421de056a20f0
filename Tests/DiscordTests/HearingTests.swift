import Chat
import FoundationEssentials
import Testing

@testable import Discord

@Suite struct HearingTests {
    private static let now = Date(timeIntervalSince1970: 1_795_428_000)

    private static func event(_ name: String, _ text: String) -> GatewayEvent {
        let data = JSONReader.read(Array(text.utf8)) ?? .null
        return GatewayEvent(name: name, data: data, sequence: 1, isReplay: false)
    }

    /// In one server, with a moderator's role, a channel and a thread.
    private func hearing() -> Hearing {
        var hearing = Hearing(menus: ["Mark as answer": "forum answer"])
        _ = hearing.read(
            Self.event("READY", #"{"user":{"id":"4"},"guilds":[{"id":"2","unavailable":true}]}"#),
            at: Self.now)
        let heard = hearing.read(
            Self.event(
                "GUILD_CREATE",
                """
                {"id":"2","owner_id":"99","roles":[{"id":"2","permissions":"1024"},{"id":"3","permissions":"40"}],
                "channels":[{"id":"5","type":0,"name":"general"},{"id":"7","type":4,"name":"cat"}],
                "threads":[{"id":"6","type":11,"name":"Q","parent_id":"5"}]}
                """), at: Self.now)
        #expect(heard.isEmpty)
        return hearing
    }

    private func message(
        _ content: String, author: String = "77", channel: String = "5", roles: String = "",
        more: String = #""type":0"#
    ) -> GatewayEvent {
        Self.event(
            "MESSAGE_CREATE",
            """
            {"id":"1576063241786884096","channel_id":"\(channel)","guild_id":"2","content":"\(content)",
            "author":{"id":"\(author)","username":"lila","global_name":"Lila"},
            "member":{"roles":[\(roles)]},\(more)}
            """)
    }

    @Test("a message is heard with its room, its author's rights and its moment")
    func plain() throws {
        var hearing = hearing()
        let heard = try #require(hearing.read(message("!ping"), at: Self.now).first)
        #expect(heard.content == .text("!ping") && heard.message == "1576063241786884096")
        #expect(heard.cause == Cause("discord", "1576063241786884096"))
        #expect(heard.room == RoomAddress(.discord, "5") && heard.aside == nil)
        #expect(heard.place == .group(title: "general"))
        #expect(heard.sender.authority == .member && heard.sender.name == "Lila")
        #expect(abs(heard.sentAt.timeIntervalSince1970 - 1_795_833_145) < 5_000_000)
        let inThread = hearing.read(message("x", channel: "6"), at: Self.now).first
        #expect(inThread?.room == RoomAddress(.discord, "5", topic: "6"))
    }

    @Test("whoever manages the server is an administrator, by a role or as its owner")
    func rights() {
        var hearing = hearing()
        func authority(_ event: GatewayEvent) -> Authority? {
            hearing.read(event, at: Self.now).first?.sender.authority
        }
        #expect(authority(message("x", roles: #""3""#)) == .administrator)
        #expect(authority(message("x", author: "99")) == .administrator)
        #expect(authority(message("x", roles: #""8""#)) == .member)
        _ = hearing.read(
            Self.event(
                "GUILD_ROLE_UPDATE", #"{"guild_id":"2","role":{"id":"8","permissions":"8"}}"#),
            at: Self.now)
        #expect(authority(message("x", roles: #""8""#)) == .administrator)
        _ = hearing.read(
            Self.event("GUILD_ROLE_DELETE", #"{"guild_id":"2","role_id":"8"}"#), at: Self.now)
        #expect(authority(message("x", roles: #""8""#)) == .member)
    }

    @Test("the bot's own name is taken off, and people stand by their names")
    func mentions() {
        var hearing = hearing()
        let more = """
            "type":19,"mentions":[{"id":"4","username":"bot"},{"id":"8","username":"ben","member":{"nick":"Ben"}}],
            "referenced_message":{"id":"3","content":"old","author":{"id":"4","username":"bot"}}
            """
        let heard = hearing.read(message("<@4> !give <@8> <@!8>", more: more), at: Self.now).first
        #expect(heard?.content == .text("!give @Ben @Ben"))
        #expect(heard?.replyTo?.isOurs == true && heard?.replyTo?.message == "3")
    }

    @Test("a text that its author changed comes again as such; one that Discord changed does not")
    func edited() throws {
        var hearing = hearing()
        func change(_ moment: String) -> [Incoming] {
            let event = message("!pong", more: #""type":0,"edited_timestamp":\#(moment)"#)
            return hearing.read(
                GatewayEvent(
                    name: "MESSAGE_UPDATE", data: event.data, sequence: 2, isReplay: false),
                at: Self.now)
        }
        let heard = try #require(change("\"2026-11-28T03:00:00.5+00:00\"").first)
        #expect(heard.content == .edited("!pong") && heard.message == "1576063241786884096")
        #expect(heard.cause.id == "1576063241786884096-2026112803000050000")
        #expect(change("null").isEmpty)
    }

    @Test("other bots, service messages and withheld texts are left alone")
    func silence() {
        var hearing = hearing()
        let bot = Self.event(
            "MESSAGE_CREATE",
            #"{"id":"1","channel_id":"5","content":"x","author":{"id":"9","bot":true}}"#)
        let hook = Self.event(
            "MESSAGE_CREATE",
            #"{"id":"1","channel_id":"5","content":"x","webhook_id":"3","author":{"id":"9"}}"#)
        for event in [
            bot, hook, message("", roles: ""), message("x", more: #""type":7"#),
            Self.event("MESSAGE_CREATE", "{}"), Self.event("TYPING_START", "{}"),
            Self.event("FROM_THE_FUTURE", "[1]"),
        ] { #expect(hearing.read(event, at: Self.now).isEmpty) }
    }

    @Test("a new server is greeted once; one that the bot was in is not")
    func servers() {
        var hearing = hearing()
        let new = Self.event(
            "GUILD_CREATE",
            #"{"id":"30","owner_id":"9","roles":[],"channels":[{"id":"31","type":0,"name":"a"}]}"#)
        let heard = hearing.read(new, at: Self.now)
        #expect(heard.map(\.content) == [.botAdded] && heard[0].room.chat == "31")
        #expect(hearing.read(new, at: Self.now).isEmpty)
        let away = Self.event("GUILD_DELETE", #"{"id":"30","unavailable":true}"#)
        #expect(hearing.read(away, at: Self.now).isEmpty)
        let left = hearing.read(Self.event("GUILD_DELETE", #"{"id":"30"}"#), at: Self.now)
        #expect(left.map(\.content) == [.botRemoved] && left[0].room.chat == "31")
        let closed = hearing.read(
            Self.event("CHANNEL_DELETE", #"{"id":"5","type":0,"guild_id":"2"}"#), at: Self.now)
        #expect(closed.map(\.content) == [.botRemoved])
        let thread = Self.event("THREAD_DELETE", #"{"id":"6","type":11,"guild_id":"2"}"#)
        #expect(hearing.read(thread, at: Self.now).isEmpty)
    }

    @Test("commands come divided, with a place aside; a menu's entry stands for its command")
    func interactions() throws {
        let hearing = hearing()
        let command = try #require(
            Interaction(InteractionTests.json(2, #"{"name":"ping"}"#), bot: "4"))
        let heard = try #require(hearing.read(command, at: Self.now))
        #expect(heard.content == .command("ping", fields: [:]))
        #expect(heard.message == "i1576063241786884096" && heard.aside == .aside(command))
        var menu = command
        let quote = Quote(message: "9", author: nil, authorName: "", text: "x", isOurs: false)
        menu.kind = .menu("Mark as answer", quote)
        let marked = try #require(hearing.read(menu, at: Self.now))
        #expect(marked.content == .command("forum answer", fields: [:]) && marked.replyTo == quote)
        var form = command
        form.kind = .form(id: "goal set|9", fields: ["goal": "two"])
        #expect(
            hearing.read(form, at: Self.now)?.content
                == .command("goal set", fields: ["goal": "two"]))
    }

    @Test("an event's age is what it took beyond the shortest way, whatever the clock says")
    func ages() {
        var ages = EventAge()
        let id = "1576063241786884096"
        let made = Snowflake.moment(of: id) ?? 0
        #expect(ages.age(of: id, isReplay: false, at: made - 50) == 0)
        #expect(abs(ages.age(of: id, isReplay: true, at: made - 45) - 5) < 0.001)
        #expect(abs(ages.age(of: id, isReplay: false, at: made - 49) - 1) < 0.001)
        #expect(ages.age(of: "x", isReplay: false, at: 0) == 0)
    }

    @Test("a file is heard with its words, alone, and in what is replied to")
    func files() throws {
        let file = #""attachments":[{"id":"8","filename":"a.pdf","url":"https://x/y"}]"#
        var hearing = hearing()
        for words in ["!submit Essay", ""] {
            let more = #""type":0,\#(file)"#
            let heard = try #require(hearing.read(message(words, more: more), at: Self.now).first)
            #expect(heard.content == .text(words))
            #expect(heard.attachment?.id == "5/1576063241786884096/8 https://x/y")
        }
        let quoted = #"{"id":"7","channel_id":"5","content":"","author":{"id":"77"},\#(file)}"#
        let reply = message("!submit", more: #""type":19,"referenced_message":\#(quoted)"#)
        let heard = try #require(hearing.read(reply, at: Self.now).first)
        #expect(heard.attachment == nil)
        #expect(heard.replyTo?.attachment?.id == "5/7/8 https://x/y")
        #expect(hearing.read(message(""), at: Self.now).isEmpty)
    }
}
