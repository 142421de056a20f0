package import Chat
package import Cohorts
import HashTreeCollections
import FoundationEssentials

/// `/deadline next`: what is due next, and what comes close behind it.
package struct DeadlineNext: Command {
    package static let card = CommandCard(
        "deadline next", for: .learner, "What is due next", examples: ["/deadline next"],
        meanings: ["next", "soon", "upcoming"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let ahead = world.deadlines(of: cohort.id, after: call.now)
        guard let next = ahead.first else {
            return call.reply(Phrase("deadlines.none", ["cohort": .user(cohort.name)]))
        }
        let close = ahead.dropFirst().count {
            $0.dueAt <= next.dueAt.addingTimeInterval(48 * 3_600)
        }
        return call.reply(
            Phrase(
                close == 0 ? "deadlines.next" : "deadlines.next-close",
                [
                    "title": .user(next.title), "when": .moment(next.dueAt),
                    "distance": .distance(next.dueAt), "count": .number(close),
                ]))
    }
}
