package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/review reassign`: the reviews of those who have not begun go to others, with the least change.
package struct ReviewReassign: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review reassign", for: .instructor, "Hand on the reviews of silent reviewers",
        fields: [assignment.card], examples: ["/review reassign Assignment 2"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.runningRound(of: Self.assignment, in: world)
        let title = Phrase.Value.user(deadline.title)
        let silent = world.silent(in: round.id)
        guard !silent.isEmpty else {
            throw .because(Phrase("reviews.nobody-silent", ["title": title]))
        }
        guard !world.isMending(round.id) else {
            throw .because(Phrase("reviews.mending", ["title": title]))
        }
        let free = world.releasable(in: round, at: call.now)
        guard !free.isEmpty else {
            let until = round.sparedUntil.filter { silent.contains($0.key) }.values.min()
            throw .because(
                Phrase(
                    "reviews.just-told", ["title": title, "until": .moment(until ?? call.now)]))
        }
        let reviews = world.reviews(in: round.id)
        let open = reviews.count { free.contains($0.reviewer) }
        if !call.arguments.isConfirmed {
            throw .confirm(
                Phrase(
                    "reviews.confirm-reassign",
                    [
                        "title": title, "count": .number(open), "from": .number(free.count),
                        "kept": .number(reviews.count - open),
                    ]), fixed: [:])
        }
        return Decision(events: [
            call.mending(round.id, isRelease: true, number: world.nextNumber)
        ])
    }
}
