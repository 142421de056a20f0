package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/deadline extend`: one learner has until later; nobody else is told.
package struct DeadlineExtend: Command {
    static let deadline = Field<String>.assignment("deadline", "The deadline's id or title")
    static let learner = Field<String?>.optional(
        "learner", .text, "Their name; or reply to a message of theirs")
    static let until = Field<String?>.optional(
        "when", .moment, "Until when, such as Friday 18:00; off takes it back")

    package static let card = CommandCard(
        "deadline extend", for: .instructor, "Give one learner a later date",
        fields: [deadline.card, learner.card, until.card],
        examples: [
            "/deadline extend Quiz 2 | Lila | Friday 18:00", "/deadline extend d12 | Lila | off",
        ],
        meanings: ["extension", "extend"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let deadline = try call.deadline(try call[Self.deadline], of: cohort, in: world)
        var (name, words) = (try call[Self.learner], try call[Self.until])
        // A reply names the learner: then what was typed is the moment.
        if words == nil, call.caller.quote?.author != nil { (name, words) = (nil, name) }
        let named = call.naming([Self.learner.name: name])
        let person = try named.member(meantBy: Self.learner, of: cohort, in: world)
        guard let words else { throw .missing(Self.until.card) }
        var values = DueMessages.values(of: deadline, due: deadline.dueAt)
        values["name"] = .user(person.name)
        values["cohort"] = .user(cohort.name)
        let undo = "/deadline extend \(deadline.id.rawValue) | \(person.id.rawValue) | "
        if words.lowercased().trimmed == "off" {
            let before = world.standing(of: person.id, towards: deadline.id).extendedTo
            guard let before else {
                return call.privateReply(Phrase("deadlines.not-extended", values))
            }
            return call.privateReply(
                Phrase("deadlines.extension-ended", values),
                buttons: call.undo(undo + before.formatted(.iso8601))
            ).after([
                DeadlineExtended(id: deadline.id, person: person.id, until: nil, at: call.now)
            ]).telling(note(person, "deadlines.news-extension-ended", values))
        }
        let moment = try Field<Moment>.moment(Self.until.name, Self.until.card.prompt)
            .read(words, call)
        guard moment.date > deadline.dueAt else {
            throw .because(Phrase("deadlines.extension-not-later", values))
        }
        values["until"] = .moment(moment.date)
        values["in"] = .distance(moment.date)
        values["notes"] = .phrase(.notes(on: moment))
        return call.privateReply(
            Phrase("deadlines.extended", values), buttons: call.undo(undo + "off")
        ).after([
            DeadlineExtended(
                id: deadline.id, person: person.id, until: moment.date, at: call.now)
        ]).telling(note(person, "deadlines.news-extended", values))
    }

    private func note(_ person: Person, _ key: String, _ values: [String: Phrase.Value]) -> Outgoing
    {
        Outgoing(
            to: .person(person.id, fallback: nil), reader: person.id, Phrase(key, values),
            urgency: .reminder)
    }
}

extension Call {
    /// The same use of a command with some words in other fields.
    fileprivate func naming(_ words: [String: String?]) -> Call {
        var arguments = arguments
        for (name, words) in words { arguments.words[name] = words }
        return Call(
            caller: caller, arguments: arguments, knowledge: knowledge, now: now, seed: seed,
            typedAt: typedAt)
    }
}
