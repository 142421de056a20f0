package import Chat
package import Cohorts
import HashTreeCollections

/// `/faq remove`: an entry that was made in chat is none any more; its thread stays.
package struct FAQRemove: Command {
    static let entry = Field<String>.text("name", "The entry's name")

    package static let card = CommandCard(
        "faq remove", for: .moderator, "Take an entry out of the FAQ that was made in chat",
        fields: [entry.card], examples: ["/faq remove late-penalty"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let name = FAQAdd.name(of: try call[Self.entry])
        guard
            let thread = world.threads.values.first(where: {
                $0.cohort == cohort.id && $0.entry == name
            })
        else {
            let isOfFile = call.knowledge.faq.contains { $0.name == name }
            throw .because(
                Phrase(
                    isOfFile ? "forum.entry-of-file" : "forum.no-entry",
                    ["name": .code(name), "faq": .code("/faq")]))
        }
        return call.reply(
            Phrase("forum.entry-removed", ["name": .code(name)]),
            buttons: call.undo("/faq add \(thread.id.rawValue) \(name)")
        ).after([ThreadMadeEntry(id: thread.id, name: nil)])
    }
}
