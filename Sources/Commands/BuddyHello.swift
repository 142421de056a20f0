package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/buddy hello`: words for one's study buddy, whichever app they use.
package struct BuddyHello: Command {
    static let words = Field<String>.text(
        "words", "Your words to your study buddy", isLong: true)

    package static let card = CommandCard(
        "buddy hello", for: .learner, "Tell your study buddy something", fields: [words.card],
        examples: ["/buddy hello Shall we do module 2 on Tuesday?"])

    static let longest = 1_000
    /// So much waits for somebody who sleeps.
    static let mostWaiting = 20

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (cohort, group) = try call.buddies(in: world)
        let words = try call[Self.words]
        guard words.count <= Self.longest else {
            throw .because(Phrase("buddies.too-long", ["limit": .number(Self.longest)]))
        }
        var notes = BuddyNotes(cohort, in: world, at: call.now, zones: call.knowledge.dates.zones)
        let others = group.others(than: call.caller.person)
        let names = Phrase.Value.list(notes.names(others))
        guard others.allSatisfy({ notes.waiting(for: $0) < Self.mostWaiting }) else {
            throw .because(Phrase("buddies.enough-said", ["names": names]))
        }
        for other in others {
            notes.tell(other, said: .init(by: call.caller.person, words: words))
        }
        var decision = call.privateReply(Phrase("buddies.told", ["names": names]))
            .after(notes.events)
        decision.messages += notes.messages
        return decision
    }
}
