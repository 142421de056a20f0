package import Chat
package import Cohorts
import HashTreeCollections

/// `/forum post`: post a question that `/ask` held because it found something; the button "None of these" says it.
package struct ForumPost: Command {
    static let id = Field<String>.word("id", "The question's id")

    package static let card = CommandCard(
        "forum post", for: .learner, "Post your question although I found something",
        fields: [id.card], examples: ["/forum post q12"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let thread = try call.ownQuestion(try call[Self.id], in: world)
        guard !thread.isPosted else {
            return call.reply(
                Phrase("forum.already-posted", ["id": .code(thread.id.rawValue)]))
        }
        let id = thread.id
        let phrase = Phrase(
            "forum.posted",
            [
                "question": .user(thread.question), "id": .code(id.rawValue),
                "near": .phrase(call.near(thread, in: world).closeToIt),
                "name": .user(thread.askedByName),
                "answer": .code("/forum answer \(id.rawValue)"),
            ])
        return call.reply(phrase).after([ThreadPosted(id: id)])
            .tellingRoom(of: thread.cohort, phrase, call, in: world)
    }
}

extension Decision {
    /// What was asked in private is put to the cohort: to its first room, where those who know can answer.
    func tellingRoom(
        of cohort: CohortID, _ phrase: Phrase, _ call: Call, in world: World
    ) -> Decision {
        guard call.caller.place.isPrivate, let room = world.rooms(of: cohort).first else {
            return self
        }
        return telling(Outgoing(to: .room(room), phrase))
    }
}
