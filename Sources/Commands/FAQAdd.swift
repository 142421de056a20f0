package import Chat
package import Cohorts
import HashTreeCollections

/// `/faq add`: make an answered thread a canned answer; the button under a marked answer says it.
package struct FAQAdd: Command {
    static let id = Field<String>.word("id", "The thread's id, such as q12")
    static let entry = Field<String?>.optional(
        "name", .text, "A short name, such as late-penalty; without it, from the question")

    package static let card = CommandCard(
        "faq add", for: .moderator, "Make an answered question an entry of the FAQ",
        fields: [id.card, entry.card], examples: ["/faq add q12 late penalty"])

    private static let longestName = 40

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let thread = try call.thread(try call[Self.id], of: cohort, in: world)
        guard thread.answer != nil else {
            throw .because(
                Phrase(
                    "forum.no-answer",
                    [
                        "id": .code(thread.id.rawValue),
                        "answer": .code("/forum answer \(thread.id.rawValue)"),
                    ]))
        }
        let name = Self.name(of: try call[Self.entry] ?? thread.headline)
        let taken = call.entries(of: cohort.id, in: world).contains { $0.name == name }
        guard !taken || thread.entry == name else {
            throw .because(Phrase("forum.entry-taken", ["name": .code(name)]))
        }
        return call.reply(
            Phrase("forum.entry-made", ["name": .code("/faq \(name)")]),
            buttons: call.undo("/faq remove \(name)")
        ).after([ThreadMadeEntry(id: thread.id, name: name)])
    }

    /// Small letters and digits of any script with hyphens between, short enough to be typed.
    static func name(of words: String) -> String {
        let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
        var name = ""
        for part in parts where name.count + part.count < longestName {
            name += name.isEmpty ? part : "-\(part)"
        }
        return name.isEmpty ? "entry" : name
    }
}
