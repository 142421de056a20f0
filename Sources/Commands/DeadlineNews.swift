import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

/// One note about a deadline to everybody whom it concerns: members who are not done with it.
struct DeadlineNews {
    private let deadline: Deadline
    private let cohort: Cohort
    private let call: Call
    private let world: World
    private let people: [Person]

    init(_ deadline: Deadline, in cohort: Cohort, _ call: Call, _ world: World) {
        self.deadline = deadline
        self.cohort = cohort
        self.call = call
        self.world = world
        let authors = world.authors(for: deadline.id)
        people = cohort.members.keys.sorted().compactMap { id in
            // Whoever says it knows it, and whoever has a later date of their own keeps that.
            guard id != call.caller.person, !world.isDone(id, with: deadline, authors: authors),
                world.due(deadline, for: id) <= deadline.dueAt
            else { return nil }
            return world.people[id]
        }
    }

    /// How many people it concerns.
    var count: Int { people.count }

    /// To each in private, and one word in each of the cohort's rooms; or in the rooms alone.
    func messages(
        _ key: String, _ values: [String: Phrase.Value] = [:], inRoomsAlone: Bool = false
    ) -> [Outgoing] {
        let values = DueMessages.values(of: deadline, due: deadline.dueAt)
            .merging(["cohort": .user(cohort.name)]) { $1 }.merging(values) { $1 }
        return call.news(
            Phrase(key, values), to: inRoomsAlone ? [] : people, of: cohort.id, in: world)
    }
}
