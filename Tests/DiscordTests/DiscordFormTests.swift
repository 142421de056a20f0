import Chat
import Testing

@testable import Discord

@Suite struct DiscordFormTests {
    private static let card = CommandCard(
        "review send", for: .learner, "Send your review of a work that somebody else handed in",
        fields: [
            FieldCard("id", .review, "The review's id"),
            FieldCard(
                "comment", .text, "Your comment: one strength and one suggestion", isLong: true),
            FieldCard("score", .number, "A score", isRequired: false),
        ])

    @Test("a card's field for several lines, and what follows it, is asked for in a form")
    func fromCard() throws {
        let form = try #require(DiscordForm(Self.card))
        #expect(form.command == "review send" && form.inputs.map(\.field) == ["comment", "score"])
        #expect(form.inputs.map(\.isLong) == [true, false])
        #expect(form.isNeeded(for: ["id": "v1"]) && !form.isNeeded(for: ["comment": "good"]))
        #expect(DiscordForm(CommandCard("ping", for: .learner, "Ping")) == nil)
        #expect(DiscordForm(whole: Self.card).inputs.map(\.field) == ["id", "comment", "score"])
    }

    @Test("what was given stands in the form, and no line is longer than Discord shows")
    func response() throws {
        let form = try #require(DiscordForm(Self.card))
        let response = form.response(
            for: OpenInteractionTests.interaction(), given: ["score": "80"])
        let data = try #require(response["data"])
        #expect(data["custom_id"]?.string == "review send|9")
        #expect(data["title"]?.string == "Send your review of a work that somebody…")
        let inputs = try #require(data["components"]?.array).compactMap {
            $0["components"]?.array.first
        }
        #expect(inputs.map { $0["label"]?.string ?? "" }.allSatisfy { $0.count <= 45 })
        #expect(inputs.map { $0["value"]?.string } == [nil, "80"])
    }
}
