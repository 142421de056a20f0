import Chat
import FoundationEssentials
import Testing

@testable import Discord

@Suite struct InteractionTests {
    /// An interaction as Discord sends it, with other members where a test says so.
    static func json(_ type: Int, _ data: String, _ more: String = guild) -> JSON {
        let text = """
            {"id":"1576063241786884096","application_id":"1","token":"tok","type":\(type),"locale":"pt-BR",
            "channel_id":"5","data":\(data),\(more),"future":{"x":[]}}
            """
        return JSONReader.read(Array(text.utf8)) ?? .null
    }

    static let guild = """
        "guild_id":"2","channel":{"id":"5","type":0,"name":"general"},
        "member":{"nick":"Lila P","permissions":"32","user":{"id":"77","username":"lila"}}
        """
    static let alone = #""user":{"id":"77","username":"lila","global_name":"Lila"}"#

    private func read(_ type: Int, _ data: String, _ more: String = guild) -> Interaction? {
        Interaction(Self.json(type, data, more), bot: "4")
    }

    @Test("a slash command is its words and its options")
    func command() throws {
        let data = """
            {"id":"8","name":"deadline","type":1,"options":[{"name":"add","type":1,"options":[
            {"name":"title","type":3,"value":"Quiz | 2"},{"name":"points","type":4,"value":3},
            {"name":"quiet","type":5,"value":true}]}]}
            """
        let interaction = try #require(read(2, data))
        #expect(
            interaction.kind
                == .command(
                    "deadline add", fields: ["title": "Quiz | 2", "points": "3", "quiet": "yes"]))
        #expect(interaction.sender.name == "Lila P" && interaction.sender.language == "pt-BR")
        #expect(interaction.sender.authority == .administrator)
        #expect(interaction.room == RoomAddress(.discord, "5"))
        #expect(interaction.place == .group(title: "general"))
    }

    @Test("in private it has the person's own room and no rights")
    func alone() throws {
        let interaction = try #require(read(2, #"{"name":"ping","type":1}"#, Self.alone))
        #expect(interaction.room == RoomAddress(.discord, "@77") && interaction.place == .private)
        #expect(interaction.sender.authority == .member && interaction.sender.name == "Lila")
    }

    @Test("a thread is a topic of its channel")
    func thread() throws {
        let more = """
            "guild_id":"2","channel":{"id":"6","type":11,"name":"Q","parent_id":"5"},
            "member":{"permissions":"0","user":{"id":"77","username":"lila"}}
            """
        let interaction = try #require(
            read(
                2, #"{"name":"ping"}"#, more.replacing("\"guild_id\"", with: "\"x\":0,\"guild_id\"")
            ))
        #expect(interaction.room == RoomAddress(.discord, "5"))
        var json = Self.json(2, #"{"name":"ping"}"#, more).object
        json["channel_id"] = "6"
        let inThread = try #require(Interaction(.object(json), bot: nil))
        #expect(inThread.room == RoomAddress(.discord, "5", topic: "6"))
        #expect(inThread.room.discordChannel == "6")
    }

    @Test("buttons, menus, forms and typing are told apart")
    func kinds() throws {
        #expect(
            read(3, #"{"custom_id":"2|/undo r7","component_type":2}"#)?.kind == .press("/undo r7"))
        let menu = """
            {"name":"Mark as answer","type":3,"target_id":"9","resolved":{"messages":{"9":
            {"id":"9","content":"Use","author":{"id":"4","username":"bot"}}}}}
            """
        let quote = Quote(
            message: "9", author: Account(.discord, "4"), authorName: "bot", text: "Use",
            isOurs: true)
        #expect(read(2, menu)?.kind == .menu("Mark as answer", quote))
        let form = """
            {"custom_id":"goal set|15","components":[{"type":1,"components":[{"type":4,"custom_id":"goal",
            "value":"two"}]},{"type":18,"component":{"custom_id":"why","value":"x"}}]}
            """
        #expect(
            read(5, form)?.kind == .form(id: "goal set|15", fields: ["goal": "two", "why": "x"]))
        let upload = """
            {"custom_id":"submit|15","components":[{"type":18,"component":{"type":4,"custom_id":"work",
            "value":""}},{"type":18,"component":{"type":19,"custom_id":"file","values":["77"]}}],
            "resolved":{"attachments":{"77":{"id":"77","filename":"a.pdf","size":3,"url":"https://x/a"}}}}
            """
        let given = try #require(read(5, upload))
        #expect(given.kind == .form(id: "submit|15", fields: ["work": ""]))
        #expect(given.attachment?.name == "a.pdf")
        let typing = """
            {"name":"remind","type":1,"options":[{"name":"when","type":3,"value":"tom","focused":true},
            {"name":"text","type":3,"value":"x"}]}
            """
        #expect(
            read(4, typing)?.kind
                == .typing("remind", fields: ["when": "tom", "text": "x"], field: "when"))
    }

    @Test(
        "what is not as documented is none",
        arguments: [
            (2, "{}"), (3, "{}"), (4, #"{"name":"x","type":1}"#), (5, "{}"), (9, #"{"name":"x"}"#),
            (2, #"{"name":"x","type":3}"#), (2, #"{"name":"x","options":[{"type":1}]}"#),
            (1, "null"),
        ])
    func others(type: Int, data: String) { #expect(read(type, data) == nil) }

    @Test("an answer aside is the asker's own, and still is when the interaction is over")
    func aside() throws {
        let interaction = try #require(read(2, #"{"name":"ping"}"#))
        let aside = RoomAddress.aside(interaction)
        #expect(aside.description == "discord:@77/i1576063241786884096")
        #expect(RoomAddress(aside.description) == aside)
        #expect(aside.discordUser == "77" && aside.discordInteraction == interaction.id)
        #expect(RoomAddress(.discord, "5", topic: "6").discordInteraction == nil)
        #expect(RoomAddress(.discord, "x").discordChannel == nil)
    }

    @Test("an option with a file brings the file along, and is no field")
    func file() throws {
        let data = """
            {"name":"submit","options":[{"name":"assignment","type":3,"value":"Essay"},
            {"name":"file","type":11,"value":"777"}],"resolved":{"attachments":{"777":
            {"id":"777","filename":"a.pdf","size":3,"url":"https://x/y"}}}}
            """
        let interaction = try #require(read(2, data))
        #expect(interaction.kind == .command("submit", fields: ["assignment": "Essay"]))
        #expect(interaction.attachment == Attachment(id: "777 https://x/y", name: "a.pdf", size: 3))
        let forged = try #require(read(2, data.replacing("\"777\":", with: "\"1\":")))
        #expect(forged.attachment == nil)
    }
}
