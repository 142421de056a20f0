import Chat
import Cohorts
import HashTreeCollections
import Dates

extension Call {
    /// The deadline that somebody means.
    /// - Throws: that there is none of that name, with what there is.
    func deadline(_ words: String, of cohort: Cohort, in world: World) throws(Refusal) -> Deadline {
        if let found = world.deadline(meant: words, in: cohort.id) { return found }
        let known = world.deadlines.values.filter { $0.cohort == cohort.id && !$0.isCancelled }
            .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }.prefix(5)
        throw .because(
            Phrase(
                known.isEmpty ? "deadlines.unknown-none" : "deadlines.unknown",
                [
                    "words": .user(String(words.prefix(60))),
                    "known": .list(known.map { Phrase("plain", ["text": .user($0.title)]) }),
                ]))
    }

    /// The deadline that a member means. An id names one of any cohort of theirs: buttons carry ids.
    func ownDeadline(_ words: String, in world: World) throws(Refusal) -> Deadline {
        if let named = world.deadlines[ShortID(typed: words)], !named.isCancelled,
            world.cohorts[named.cohort]?.members[caller.person] != nil
        {
            return named
        }
        return try deadline(words, of: try ownCohort(in: world), in: world)
    }

    /// One's own reminder. Somebody else's is answered like one that does not exist.
    func reminder(_ typed: String, in world: World) throws(Refusal) -> Reminder {
        let id = ShortID(typed: typed)
        if let reminder = world.reminders[id], reminder.person == caller.person { return reminder }
        throw .because(
            Phrase("reminders.unknown", ["id": .code(id.rawValue), "list": .code("/reminders")]))
    }

    /// A button that takes back what was just done.
    func undo(_ command: String) -> [[Choice]] { [[Choice(Phrase("reminders.undo"), command)]] }
}

extension Phrase {
    /// What must be said about how a date was understood: a moment that the clocks skip, or pass twice.
    static func notes(on moment: Moment) -> Phrase {
        for note in moment.notes {
            switch note {
            case .gapMoved: return Phrase("deadlines.note-gap")
            case .firstOfTwo: return Phrase("deadlines.note-overlap")
            default: continue
            }
        }
        return Phrase("nothing")
    }
}
