package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/deadline cancel`: take a deadline away; the undo of adding one.
package struct DeadlineCancel: Command {
    static let deadline = Field<String>.assignment("deadline", "The deadline's id or title")
    static let reason = Field<String?>.optional("reason", .text, "Why, for those whom it concerns")

    package static let card = CommandCard(
        "deadline cancel", for: .instructor, "Take a deadline away",
        fields: [deadline.card, reason.card],
        examples: ["/deadline cancel d12", "/deadline cancel Quiz 2 | It is optional now."])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let words = try call[Self.deadline]
        if let cancelled = world.deadlines[ShortID(typed: words)], cancelled.cohort == cohort.id,
            cancelled.isCancelled
        {
            return call.reply(
                Phrase("deadlines.already-cancelled", ["title": .user(cancelled.title)]))
        }
        let deadline = try call.deadline(words, of: cohort, in: world)
        let reason = try call[Self.reason].map { String($0.prefix(300)) }
        let news = DeadlineNews(deadline, in: cohort, call, world)
        var values = DueMessages.values(of: deadline, due: deadline.dueAt)
        values["count"] = .number(news.count)
        values["reason"] = .phrase(
            reason.map { Phrase("deadlines.reason", ["reason": .user($0)]) } ?? Phrase("nothing"))
        // What was added a moment ago by mistake has reached nobody in private yet.
        let isFresh =
            call.now.timeIntervalSince(deadline.addedAt) < Self.fresh
            && deadline.addedBy == call.caller.person
            && !world.usualLeads(of: deadline).allSatisfy(deadline.remindedLeads.contains)
        let isQuiet = isFresh || deadline.dueAt <= call.now
        if !isQuiet, news.count > DeadlineAdd.mostReachedWithoutAsking, !call.arguments.isConfirmed
        {
            throw .confirm(
                Phrase("deadlines.confirm-cancel", values),
                fixed: ["deadline": deadline.id.rawValue])
        }
        var decision = call.reply(
            Phrase("deadlines.cancelled", ["title": .user(deadline.title)]),
            buttons: call.undo("/deadline restore \(deadline.id.rawValue)")
        ).after([DeadlineCancelled(id: deadline.id, isCancelled: true)])
        if deadline.dueAt > call.now {
            decision.messages += news.messages(
                "deadlines.news-cancelled", values, inRoomsAlone: isFresh)
        }
        return decision
    }

    /// So long after adding it the one who did takes it away without a note, in seconds.
    private static let fresh = 600.0
}
