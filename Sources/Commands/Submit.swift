package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/submit`: hand in a work for an assignment; handing in again replaces it until the deadline.
package struct Submit: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let work = Field<Given>.file(
        "work", "A link to your work, the text itself, or a file",
        upTo: { $0.knowledge.limits.fileBytes })

    package static let card = CommandCard(
        "submit", for: .learner, "Hand in your work for an assignment",
        fields: [assignment.card, work.card],
        examples: ["/submit Assignment 2 | https://example.org/my-work"],
        meanings: ["handin", "upload", "turnin", "deliver"])

    static let longestWork = 12_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.ownCohort(in: world)
        let deadline = try call.deadline(try call[Self.assignment], of: cohort, in: world)
        let earlier = world.work(of: call.caller.person, for: deadline.id)
        var values: [String: Phrase.Value] = [
            "title": .user(deadline.title), "now": .moment(call.now),
            "version": .number((earlier?.version ?? 0) + 1), "until": .moment(deadline.dueAt),
        ]
        if earlier != nil, world.due(deadline, for: call.caller.person) <= call.now {
            throw .because(Phrase("reviews.closed", values))
        }
        let round = world.round(for: deadline.id)
        if round?.closedAt != nil {
            throw .because(Phrase("reviews.round-over", values))
        }
        let id = earlier?.id ?? ShortID(.work, world.nextNumber)
        let (event, isFile) = try handedIn(id, deadline, call, in: world)
        // Fetching a file takes a while; what was handed in meanwhile is newer.
        if let earlier, earlier.handedInAt > call.now {
            throw .because(Phrase("reviews.newer-there", values))
        }
        let isLate = world.due(deadline, for: call.caller.person) <= call.now
        values["file"] = .phrase(Phrase(isFile ? "reviews.file-note" : "nothing"))
        let reply = call.privateReply(
            Phrase(isLate ? "reviews.handed-in-late" : "reviews.handed-in", values))
        guard let round, round.isRunning else { return reply.after([event]) }
        if earlier != nil { return telling(reply, reviewersOf: id, deadline, world).after([event]) }
        // A late work joins the running round with the least change to others.
        let room = world.people[call.caller.person]?.privateRoom
        return reply.after([
            event, call.mending(round.id, in: room, number: world.nextNumber + 1),
        ])
    }

    /// Reviewers learn that there is a new version; who wrote it stays between the lines of nobody.
    private func telling(
        _ reply: Decision, reviewersOf work: ShortID, _ deadline: Deadline, _ world: World
    ) -> Decision {
        var reply = reply
        for review in world.reviews(of: work) {
            reply.messages.append(
                Outgoing(
                    to: .person(review.reviewer, fallback: nil), reader: review.reviewer,
                    Phrase(
                        "reviews.new-version",
                        ["id": .code(review.id.rawValue), "title": .user(deadline.title)]),
                    buttons: Outgoing.opening([review]), urgency: .reminder))
        }
        return reply
    }

    private func handedIn(
        _ id: ShortID, _ deadline: Deadline, _ call: Call, in world: World
    ) throws(Refusal) -> (event: any Event, isFile: Bool) {
        let (cohort, person, number) = (deadline.cohort, call.caller.person, world.nextNumber)
        switch try call[Self.work] {
        case .words(let words):
            let event = WorkHandedIn(
                id: id, cohort: cohort, assignment: deadline.id, author: person,
                content: try checked(words), at: call.now, number: number)
            return (event, false)
        case .file(let content, let words):
            let others = world.fileBytes(of: cohort, without: id)
            guard others + content.kept.size <= call.knowledge.limits.cohortFileBytes else {
                throw .because(Phrase("reviews.no-room"))
            }
            let event = WorkFileHandedIn(
                id: id, cohort: cohort, assignment: deadline.id, author: person,
                file: content.kept.named("work-\(id.rawValue)"), content: try checked(words),
                at: call.now, number: number)
            return (event, true)
        }
    }

    private func checked(_ words: String) throws(Refusal) -> String {
        guard words.utf8.count <= Self.longestWork else {
            throw .because(Phrase("reviews.work-too-long", ["limit": .number(Self.longestWork)]))
        }
        return words
    }
}
