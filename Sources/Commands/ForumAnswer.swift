package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/forum answer`: mark what answers a question: a message replied to, or words given here.
package struct ForumAnswer: Command {
    static let id = Field<String?>.optional(
        "id", .word, "The question's id, such as q12")
    static let text = Field<String?>.optional(
        "answer", .text, "The answer; or reply to the message that answers")

    package static let card = CommandCard(
        "forum answer", for: .learner, "Mark the answer to a question",
        fields: [id.card, text.card],
        examples: ["/forum answer q12 Yes, until Friday.", "/forum answer"],
        meanings: ["answer", "solved", "resolved"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let given = try call[Self.id]
        var words = try call[Self.text]
        let thread: Thread
        if let given, let named = world.threads[ShortID(typed: given)], named.cohort == cohort.id,
            named.isPosted
        {
            thread = named
        } else if let given, ShortID.looksLikeThread(given) {
            throw .because(
                Phrase(
                    "forum.unknown",
                    ["id": .code(ShortID(typed: given).rawValue), "ask": .code("/ask")]))
        } else {
            // No id: the words are all answer, and the question is the last open one of this room.
            if let given { words = [given, words].compactMap { $0 }.joined(separator: " ") }
            guard let open = lastOpen(call, cohort, world) else {
                throw .because(Phrase("forum.none-open", ["ask": .code("/ask")]))
            }
            thread = open
        }
        let byName: String
        let by: PersonID?
        let text: String
        if let words, !words.isEmpty {
            (text, byName, by) = (words, call.caller.name, call.caller.person)
        } else if let quote = call.caller.quote, !quote.isOurs, !quote.text.isEmpty {
            (text, byName) = (quote.text, quote.authorName)
            by = quote.author.flatMap { world.accounts[$0] }
        } else {
            throw .missing(
                FieldCard(Self.text.name, .text, Self.text.card.prompt))
        }
        let mayReplace = thread.askedBy == call.caller.person || call.caller.role > .learner
        if thread.answer != nil, !mayReplace {
            throw .because(Phrase("forum.has-answer", ["id": .code(thread.id.rawValue)]))
        }
        let answer = Thread.Answer(
            text: String(text.prefix(Ask.longestQuestion)), byName: byName, at: call.now, by: by)
        var decision = call.reply(
            Phrase(
                "forum.marked",
                ["question": .user(thread.headline.shortened(to: 160)), "by": .user(byName)]),
            buttons: [[Choice(Phrase("forum.make-entry"), "/faq add \(thread.id.rawValue)")]]
        ).after([ThreadAnswered(id: thread.id, answer: answer)])
        if let asker = thread.askedBy, asker != call.caller.person {
            decision.messages.append(
                Outgoing(
                    to: .person(asker, fallback: nil), reader: asker,
                    Phrase(
                        "forum.your-answer",
                        [
                            "question": .user(thread.headline.shortened(to: 160)),
                            "answer": .user(answer.text), "by": .user(byName),
                        ]), urgency: .reminder))
        }
        return decision
    }

    private func lastOpen(_ call: Call, _ cohort: Cohort, _ world: World) -> Thread? {
        world.threads.values
            .filter {
                $0.cohort == cohort.id && $0.isOpen
                    && $0.room == call.caller.room
            }
            .max { ($0.askedAt, $0.id) < ($1.askedAt, $1.id) }
    }
}

extension ShortID {
    /// Whether a word was meant as a question's id and not as the beginning of an answer.
    static func looksLikeThread(_ word: String) -> Bool {
        let word = word.lowercased()
        return word.hasPrefix(Kind.thread.rawValue) && word.count <= 5
            && word.dropFirst().contains(where: \.isNumber)
    }
}
