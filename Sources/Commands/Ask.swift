package import Chat
package import Cohorts
import ForumSearch
import HashTreeCollections

/// `/ask`: search the forums first; what nobody has answered goes to the peer forum with one press.
package struct Ask: Command {
    static let question = Field<String>.text("question", "Your question", isLong: true)

    package static let card = CommandCard(
        "ask", for: .learner, "Ask the peer forum; I search it first", fields: [question.card],
        examples: ["/ask How is the late penalty counted?"], meanings: ["question", "helpme"])

    static let longestQuestion = 2_000

    package init() {}

    /// "That answered it", of the first hit; nothing where its name is too long for a button.
    private static func solved(_ id: ShortID, by hit: Hit?) -> [Choice] {
        let data = "/forum solved \(id.rawValue) \(hit?.id ?? "")"
        return hit == nil || data.utf8.count > 64 ? [] : [Choice(Phrase("forum.that-fits"), data)]
    }

    /// The words that the asker marked: `#quiz`.
    private static func tags(of question: String) -> [String]? {
        let tags = question.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("#") }
            .map { String($0.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" }) }
            .filter { $0.contains(where: \.isLetter) }
        return tags.isEmpty ? nil : Array(tags.prefix(5))
    }

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let question = try call[Self.question]
        guard question.count <= Self.longestQuestion else {
            throw .because(
                Phrase("forum.question-too-long", ["limit": .number(Self.longestQuestion)]))
        }
        let found = call.knowledge.forum.search(
            question, in: cohort.id, language: call.caller.language, limit: 3)
        let isReading = call.knowledge.forum.unread(in: cohort.id) > 0
        let id = ShortID(.thread, world.nextNumber)
        // Held until the asker says that nothing fits: then it is posted with the words as typed.
        let thread = Thread(
            id: id, cohort: cohort.id, question: question, askedBy: call.caller.person,
            askedByName: call.caller.name, room: call.caller.room, askedAt: call.now,
            language: call.caller.language, answer: nil,
            isPosted: found.band == .none && !isReading, tags: Self.tags(of: question))
        let opened = ThreadOpened(thread: thread, number: world.nextNumber)
        let values: [String: Phrase.Value] = [
            "question": .user(question), "id": .code(id.rawValue),
            "count": .number(call.knowledge.forum.count(in: cohort.id)),
            "answer": .code("/forum answer \(id.rawValue)"),
            "post": .code("/forum post \(id.rawValue)"), "near": .phrase(Phrase("nothing")),
        ]
        let none = [Choice(Phrase("forum.none-fits"), "/forum post \(id.rawValue)")]
        switch found.band {
        case .none where isReading:
            // The answer may be among what is not read yet, so nothing is posted unasked.
            return call.answersAsker(
                Phrase("forum.nothing-yet", values).whileReading(cohort.id, call), buttons: [none]
            ).after([opened])
        case .none:
            var posted = values
            posted["name"] = .user(call.caller.name)
            return call.reply(Phrase("forum.posted-new", values)).after([opened])
                .tellingRoom(of: cohort.id, Phrase("forum.posted", posted), call, in: world)
        case .answered, .candidates:
            let shown = found.band == .answered ? Array(found.hits.prefix(1)) : found.hits
            let lines = shown.enumerated().compactMap { index, hit in
                ForumSearchCommand.line(hit, index: index, call: call, world: world)
            }
            var filled = values
            filled["lines"] = .lines(lines)
            // Found, and of no help yet: somebody else waits for the same answer.
            let isOpen = shown.first.flatMap { world.threads[ShortID(rawValue: $0.id)] }?.isOpen
            let key =
                found.band == .candidates
                ? "forum.candidates"
                : isOpen == true ? "forum.asked-before" : "forum.answered"
            let solved = isOpen == true ? [] : Self.solved(id, by: shown.first)
            return call.answersAsker(
                Phrase(key, filled).whileReading(cohort.id, call),
                buttons: [solved, none].filter { !$0.isEmpty }
            ).after([opened])
        }
    }
}
