package import Chat
package import Cohorts
import Dates
import HashTreeCollections
import FoundationEssentials

/// `/deadline list`: everything ahead, in the learner's own zone.
package struct DeadlineList: Command {
    package static let card = CommandCard(
        "deadline list", for: .learner, "Everything that is due, soonest first",
        examples: ["/deadline list"], meanings: ["due", "deadlines", "schedule", "dates"],
        isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let ahead = world.deadlines(of: cohort.id, after: call.now)
        guard !ahead.isEmpty else {
            return call.reply(Phrase("deadlines.none", ["cohort": .user(cohort.name)]))
        }
        let shown = ahead.prefix(Self.pageLength)
        let lines = shown.enumerated().map { index, deadline in
            Phrase(
                handedIn(deadline, call, world) ? "deadlines.line-done" : "deadlines.line",
                [
                    "n": .number(index + 1), "title": .user(deadline.title),
                    "when": .moment(deadline.dueAt), "distance": .distance(deadline.dueAt),
                    "id": .code(deadline.id.rawValue),
                ])
        }
        return call.reply(
            Phrase(
                ahead.count > shown.count ? "deadlines.list-more" : "deadlines.list",
                [
                    "cohort": .user(cohort.name), "lines": .lines(lines),
                    "zone": .zone(call.caller.zone.name),
                    "more": .number(ahead.count - shown.count),
                ]))
    }

    /// A phone shows this many without scrolling far.
    static let pageLength = 8

    private func handedIn(_ deadline: Deadline, _ call: Call, _ world: World) -> Bool {
        call.caller.place.isPrivate && world.work(of: call.caller.person, for: deadline.id) != nil
    }
}
