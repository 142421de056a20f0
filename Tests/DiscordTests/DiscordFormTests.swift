import Chat
import Testing

@testable import Discord

@Suite struct DiscordFormTests {
    private static let card = CommandCard(
        "review send", for: .learner, "Send your review of a work that somebody else handed in",
        fields: [
            FieldCard("id", .review, "The review's id"),
            FieldCard(
                "comment", .text, "Your comment: one strength and one suggestion, in your words",
                isLong: true),
            FieldCard("score", .number, "A score", isRequired: false),
        ])

    @Test("a card's field for several lines, and what follows it, is asked for in a form")
    func fromCard() throws {
        let form = try #require(DiscordForm(Self.card))
        #expect(form.command == "review send" && form.fields.map(\.name) == ["comment", "score"])
        #expect(form.isNeeded(for: ["id": "v1"]) && !form.isNeeded(for: ["comment": "good"]))
        #expect(DiscordForm(CommandCard("ping", for: .learner, "Ping")) == nil)
        #expect(DiscordForm(whole: Self.card).fields.map(\.name) == ["id", "comment", "score"])
    }

    @Test("what was given stands in the form, and no line is longer than Discord shows")
    func response() throws {
        let form = try #require(DiscordForm(Self.card))
        let response = form.response(
            for: OpenInteractionTests.interaction(), given: ["score": "80"], words: Self.english)
        let data = try #require(response["data"])
        #expect(data["custom_id"]?.string == "review send|9")
        #expect(data["title"]?.string == "Send your review of a work that somebody…")
        let labels = try #require(data["components"]?.array)
        #expect(
            labels.map { $0["label"]?.string } == [
                "Your comment: one strength and one…", "A score",
            ])
        #expect(
            labels.map { $0["description"]?.string }
                == ["Your comment: one strength and one suggestion, in your words", nil])
        let inputs = labels.compactMap { $0["component"] }
        #expect(inputs.map { $0["value"]?.string } == [nil, "80"])
        #expect(inputs.map { $0["style"]?.int } == [2, 1])
        #expect(inputs.map { $0["required"]?.bool } == [true, false])
    }

    private static let english: DiscordSettings.MenuWords = { _, _ in nil }

    @Test("where words or a file will do, it takes either")
    func file() throws {
        let card = CommandCard(
            "submit", for: .learner, "Hand in",
            fields: [FieldCard("work", .file, "Your work", isLong: true)])
        let form = try #require(DiscordForm(card))
        let response = form.response(
            for: OpenInteractionTests.interaction(), given: [:], words: Self.english)
        let inputs = try #require(response["data"]?["components"]?.array).compactMap {
            $0["component"]
        }
        #expect(inputs.map { $0["type"]?.int } == [4, 19])
        #expect(inputs.map { $0["required"]?.bool } == [false, false])
        #expect(form.isNeeded(for: [:]) && !form.isNeeded(for: ["work": "https://example.org"]))
    }

    @Test(
        "it speaks its reader's language, and English where there are no words",
        arguments: [
            ("pt-BR", "Sua nota"), ("es-419", "Puntos"), ("sv-SE", "A score"), (nil, "A score"),
        ])
    func languages(locale: String?, label: String) throws {
        let form = try #require(DiscordForm(Self.card))
        var interaction = OpenInteractionTests.interaction()
        interaction.sender.language = locale
        let response = form.response(for: interaction, given: [:]) { word, language in
            guard case .prompt(_, let field) = word, field.name == "score" else { return nil }
            return ["pt": "Sua nota", "es": "Puntos"][language]
        }
        let labels = try #require(response["data"]?["components"]?.array)
        #expect(labels.last?["label"]?.string == label)
    }
}
