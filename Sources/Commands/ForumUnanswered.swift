package import Chat
package import Cohorts
import HashTreeCollections

/// `/forum unanswered`: the questions that wait, oldest first; before them those the reader could help with.
package struct ForumUnanswered: Command {
    package static let card = CommandCard(
        "forum unanswered", for: .learner, "Questions that wait for an answer, oldest first",
        examples: ["/forum unanswered"], meanings: ["open", "unanswered"])

    private static let most = 8

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let open = call.openQuestions(of: cohort.id, in: world)
        guard !open.isEmpty else { return call.reply(Phrase("forum.none-unanswered")) }
        let mine = open.filter(\.isOfMine).prefix(2).map(\.thread)
        let rest = open.map(\.thread).filter { !mine.contains($0) }.prefix(Self.most - mine.count)
        return call.reply(
            Phrase(
                "forum.unanswered",
                [
                    "count": .number(open.count),
                    "mine": .phrase(
                        mine.isEmpty
                            ? Phrase("nothing")
                            : Phrase("forum.yours-to-answer", ["lines": .lines(mine.map(\.listed))])
                    ),
                    "lines": .lines(rest.map(\.listed)), "answer": .code("/forum answer"),
                ]))
    }
}
