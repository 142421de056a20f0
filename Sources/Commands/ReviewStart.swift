package import Chat
package import Cohorts
import HashTreeCollections

/// `/review start`: hand out the reviews that were planned.
package struct ReviewStart: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review start", for: .instructor, "Hand out the planned reviews",
        fields: [assignment.card], examples: ["/review start Assignment 2"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.round(of: Self.assignment, in: world)
        guard round.state == .planned else {
            throw .because(Phrase("reviews.already-started", ["title": .user(deadline.title)]))
        }
        guard !world.isStarting(round.id) else {
            throw .because(Phrase("reviews.starting", ["title": .user(deadline.title)]))
        }
        let reviewers = world.works(for: deadline.id).count
        if reviewers > DeadlineAdd.mostReachedWithoutAsking, !call.arguments.isConfirmed {
            throw .confirm(
                Phrase(
                    "reviews.confirm-start",
                    ["title": .user(deadline.title), "count": .number(reviewers)]), fixed: [:])
        }
        return call.matching(round, start: true, number: world.nextNumber)
    }
}

extension World {
    /// Whether a job that hands out this round's reviews is already under way: a button pressed twice starts one.
    fileprivate func isStarting(_ round: ShortID) -> Bool {
        jobs.values.contains { job in
            if case .match(round, _, start: true) = job.task { true } else { false }
        }
    }
}
