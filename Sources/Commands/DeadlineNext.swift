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
        let view = DeadlineView(call, world)
        let all = view.ahead(in: cohort)
        let ahead = all.filter { $0.state == .open || $0.state == .unsaid }
        guard let next = ahead.first else {
            return call.reply(
                Phrase(
                    all.isEmpty ? "deadlines.none" : "deadlines.none-open",
                    ["cohort": .user(cohort.name)]))
        }
        let close = ahead.dropFirst().count {
            $0.due <= next.due.addingTimeInterval(DeadlineClash.span)
        }
        var values = DueMessages.values(of: next.deadline, due: next.due)
        values["count"] = .number(close)
        return call.reply(
            Phrase(close == 0 ? "deadlines.next" : "deadlines.next-close", values),
            buttons: view.buttons(for: ahead))
    }
}
