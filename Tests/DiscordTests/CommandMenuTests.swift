import Chat
import Testing

@testable import Discord

@Suite struct CommandMenuTests {
    private static let add = CommandCard(
        "deadline add", for: .moderator, "Add what is due",
        fields: [
            FieldCard("note", .text, "A note", isRequired: false),
            FieldCard("title", .text, "What is due?"), FieldCard("when", .moment, "When?"),
            FieldCard("kind", .choice(["quiz", "live"]), "Which kind?", isRequired: false),
            FieldCard("points", .number, "How many points?", isRequired: false),
        ])
    private static let list = CommandCard(
        "deadline list", for: .learner, "What is due", isDefaultLeaf: true)
    private static let cohort = CommandCard(
        "cohort new", for: .moderator, "Begin a cohort",
        fields: [FieldCard("name", .text, "Its name")])
    private static let ping = CommandCard("ping", for: .learner, "Is the bot there?")

    private var menu: CommandMenu {
        CommandMenu(
            cards: [Self.ping, Self.add, Self.list, Self.cohort], entries: ["Mark as answer"])
    }

    private func command(_ name: String, in menu: CommandMenu) -> JSON? {
        menu.json.first { $0["name"]?.string == name }
    }

    @Test("a leaf is a command, leaves of one root are its sub-commands")
    func shape() throws {
        #expect(
            menu.json.compactMap { $0["name"]?.string } == [
                "ping", "deadline", "cohort", "Mark as answer",
            ])
        #expect(
            command("ping", in: menu)
                == ["type": 1, "name": "ping", "description": "Is the bot there?", "options": []])
        let deadline = try #require(command("deadline", in: menu))
        #expect(deadline["description"] == "What is due")
        #expect(deadline["options"]?.array.compactMap { $0["name"]?.string } == ["add", "list"])
        #expect(command("Mark as answer", in: menu) == ["type": 3, "name": "Mark as answer"])
    }

    @Test("options have their types, and what is required comes first")
    func options() throws {
        let add = try #require(command("deadline", in: menu)?["options"]?.array.first)
        let options = add["options"]?.array ?? []
        #expect(
            options.compactMap { $0["name"]?.string } == [
                "title", "when", "note", "kind", "points",
            ])
        #expect(options.compactMap { $0["type"]?.int } == [3, 3, 3, 3, 4])
        #expect(options.compactMap { $0["required"]?.bool } == [true, true])
        #expect(options[3]["choices"]?.array.count == 2)
        #expect(options.allSatisfy { $0["autocomplete"] == nil })
        var suggesting = menu
        suggesting.suggests = { $1.kind == .moment }
        suggesting.asksLater = { $1.name == "title" }
        let other =
            command("deadline", in: suggesting)?["options"]?.array.first?["options"]?.array ?? []
        #expect(
            other.compactMap { $0["name"]?.string } == ["when", "note", "title", "kind", "points"])
        #expect(other[0]["autocomplete"] == true)
    }

    @Test("a root is hidden only where nobody but a moderator may use any of it")
    func hidden() {
        #expect(command("cohort", in: menu)?["default_member_permissions"] == 32)
        #expect(command("deadline", in: menu)?["default_member_permissions"] == nil)
    }

    @Test("other languages stand beside, under Discord's own names for them")
    func languages() throws {
        var menu = menu
        menu.languages = ["es", "pt-BR", "hi", "tlh", "en"]
        menu.words = { word, language in
            switch word {
            case .summary(let card): "\(card.name) \(language)"
            case .prompt, .file: nil
            case .name("ping"): ["es": "eco", "hi": "प्रोफ़ाइल-जुड़ें"][language] ?? "No Name"
            case .name: nil
            }
        }
        let ping = try #require(command("ping", in: menu))
        #expect(
            ping["description_localizations"]
                == [
                    "es-ES": "ping es", "es-419": "ping es", "pt-BR": "ping pt-BR",
                    "hi": "ping hi",
                ])
        #expect(
            ping["name_localizations"]
                == ["es-ES": "eco", "es-419": "eco", "hi": "प्रोफ़ाइल-जुड़ें"])
    }

    @Test("what is registered differs only where it matters")
    func difference() throws {
        let wanted = menu.json
        // As Discord gives it back: with ids, defaults and empty members of its own.
        let registered = wanted.map { command -> JSON in
            var members = command.object
            members["id"] = "1"
            members["version"] = "2"
            members["name_localizations"] = .null
            members["nsfw"] = false
            if members["description"] == nil { members["description"] = "" }
            if let bits = command["default_member_permissions"]?.int {
                members["default_member_permissions"] = .string(String(bits))
            }
            return .object(members)
        }
        #expect(CommandDifference(registered: registered, wanted: wanted).isEmpty)
        var other = menu
        other = CommandMenu(cards: [Self.ping, Self.list], entries: [])
        let difference = CommandDifference(registered: other.json, wanted: wanted)
        #expect(difference.missing == ["/cohort", "Mark as answer"])
        #expect(difference.changed == ["/deadline"] && difference.stale == [])
        #expect(
            CommandDifference(registered: wanted, wanted: other.json).words
                == "no longer known: /cohort, Mark as answer; changed: /deadline")
    }

    @Test(
        "beside a field for words or a file stands an option for the file, and neither is required")
    func files() throws {
        let card = CommandCard(
            "submit", for: .learner, "Hand in",
            fields: [
                FieldCard("assignment", .assignment, "Which?"),
                FieldCard("work", .file, "Your work", isLong: true),
            ])
        let options = CommandMenu(cards: [card]).json[0]["options"]?.array ?? []
        #expect(options.compactMap { $0["name"]?.string } == ["assignment", "work", "file"])
        #expect(options.compactMap { $0["type"]?.int } == [3, 3, 11])
        #expect(options.map { $0["required"]?.bool } == [true, nil, nil])
    }
}
