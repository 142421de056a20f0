package import Chat
package import Cohorts
package import FoundationEssentials
import HashTreeCollections

/// One use of a command: by whom, with what, when.
package struct Call {
    package let caller: Caller
    package let arguments: Arguments
    package let knowledge: Knowledge
    /// The moment of the decision, in whole seconds.
    package let now: Date
    /// Chance for this one decision, so that the answer stays a pure function.
    package let seed: UInt64
    /// When the words were typed, where that is long ago: what "tomorrow" counts from.
    package let typedAt: Date?

    package init(
        caller: Caller, arguments: Arguments, knowledge: Knowledge, now: Date, seed: UInt64,
        typedAt: Date? = nil
    ) {
        self.typedAt = typedAt
        self.caller = caller
        self.arguments = arguments
        self.knowledge = knowledge
        self.now = now
        self.seed = seed
    }

    /// The value of a field.
    /// - Throws: what is missing or cannot be read, with what to ask.
    package subscript<Value>(field: Field<Value>) -> Value {
        get throws(Refusal) { try field.read(arguments[field.name], self) }
    }

    /// The cohort meant.
    /// - Throws: that there is none, or which ones to choose from.
    package func cohort(in world: World) throws(Refusal) -> Cohort {
        if let id = caller.cohort, let cohort = world.cohorts[id] { return cohort }
        guard caller.place.isPrivate else { throw .noCohort(isPrivate: false) }
        let own = world.cohorts(of: caller.person)
        throw own.isEmpty ? .noCohort(isPrivate: true) : .whichCohort(own)
    }

    /// The cohort meant, for what only its members do.
    package func ownCohort(in world: World) throws(Refusal) -> Cohort {
        let cohort = try cohort(in: world)
        guard cohort.members[caller.person] != nil else {
            throw .because(
                Phrase(
                    "cohorts.join-first",
                    [
                        "cohort": .user(cohort.name),
                        "command": .code("/join \(cohort.id.rawValue)"),
                    ]))
        }
        return cohort
    }
}

extension Call {
    /// An answer where the command was typed.
    package func reply(_ phrase: Phrase, buttons: [[Choice]] = []) -> Decision {
        Decision(messages: [inRoom(phrase, buttons: buttons)])
    }

    /// An answer for the caller's eyes only.
    package func privateReply(_ phrase: Phrase, buttons: [[Choice]] = []) -> Decision {
        Decision(messages: [inPrivate(phrase, buttons: buttons)])
    }

    package func inRoom(_ phrase: Phrase, buttons: [[Choice]] = []) -> Outgoing {
        Outgoing(
            to: .room(caller.room), reader: caller.person, phrase, buttons: buttons,
            replyTo: caller.place.isPrivate ? nil : caller.message)
    }

    package func inPrivate(_ phrase: Phrase, buttons: [[Choice]] = []) -> Outgoing {
        caller.place.isPrivate
            ? inRoom(phrase, buttons: buttons)
            : Outgoing(
                to: .person(caller.person, fallback: caller.room), reader: caller.person, phrase,
                buttons: buttons, aside: caller.aside)
    }
}
