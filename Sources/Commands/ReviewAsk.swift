package import Chat
package import Cohorts
import HashTreeCollections

/// `/review ask`: ask the author of a work something, without either knowing the other.
package struct ReviewAsk: Command {
    static let id = Field<String>.word("id", "The review's id, as /review shows it")
    static let question = Field<String>.text("question", "Your question to the author")

    package static let card = CommandCard(
        "review ask", for: .learner, "Ask the author something, anonymously",
        fields: [id.card, question.card],
        examples: ["/review ask v12 Which data did you leave out?"])

    static let longest = 1_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let review = try call.ownReview(try call[Self.id], in: world)
        let words = try call[Self.question]
        guard let work = world.works[review.work], world.isRunning(review) else {
            throw .because(
                Phrase("reviews.round-over", ["title": .user(world.title(of: review))]))
        }
        guard words.count <= Self.longest else {
            throw .because(Phrase("reviews.comment-too-long", ["limit": .number(Self.longest)]))
        }
        let number = world.nextNumber
        let question = ShortID(.thread, number)
        let answer = "/review answer \(question.rawValue)"
        return call.privateReply(Phrase("reviews.question-sent"))
            .telling(
                Outgoing(
                    to: .person(work.author, fallback: nil), reader: work.author,
                    Phrase(
                        "reviews.question",
                        [
                            "title": .user(world.title(of: review)), "question": .user(words),
                            "answer": .code(answer + " …"),
                        ]), buttons: [[Choice(Phrase("reviews.answer-button"), answer)]],
                    urgency: .reminder)
            ).after([ReviewAsked(id: review.id, question: question, number: number)])
    }
}
