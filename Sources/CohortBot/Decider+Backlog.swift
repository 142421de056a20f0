import Chat
import Cohorts
import Commands
import Delivery
import FoundationEssentials
import HashTreeCollections

// What was typed while the bot was away, and what was typed anew: neither may be carried out blindly.

extension Decider {
    /// A room is told once in so many seconds that its old questions stay unanswered.
    private static let noteLasts = LateDecision.oldAfter

    /// What comes of a message that may be old; the decision itself where it is not.
    private func heldIfLate(_ incoming: Incoming, _ meant: Decision, at now: Date) -> Decision {
        guard let late = LateDecision(incoming, meant: meant, at: place(of: incoming), in: world)
        else { return meant }
        let noted = notedAbsence[incoming.room]
        let isNoted = noted.map { now.timeIntervalSince($0) < Self.noteLasts } ?? false
        let decision = late.decide(isNoted: isNoted)
        if decision.isRead, !decision.messages.isEmpty {
            if notedAbsence.count > 1_000 { notedAbsence = [:] }
            notedAbsence[incoming.room] = now
        }
        return decision
    }

    /// Asks about everything that is held and was not asked about, one message for each person and room.
    func questionsAboutBacklogs() -> [Owed] {
        let waiting = world.backlogs.values.filter { !$0.isAsked }.sorted {
            ($0.person, $0.room.description) < ($1.person, $1.room.description)
        }
        var owed: [Owed] = []
        for backlog in waiting {
            guard let question = backlog.question else { continue }
            do throws(Ledger.Failure) {
                owed += try enter(question, cause: nil, at: now)
            } catch {
                // It stays unasked, and is asked about at the next start or with the next old message.
                continue
            }
        }
        return owed
    }

    /// What a message comes to in view of when it was typed, and of what became of its first form; nil where there is
    /// nothing to do about it.
    func timely(_ incoming: Incoming, _ meant: Decision?, at now: Date) -> Decision? {
        guard let meant else {
            if case .text = incoming.content { handled.note(incoming, hadEffect: false) }
            return nil
        }
        if case .edited = incoming.content, !isHeld(incoming) {
            switch handled.judge(incoming) {
            case .firstTry: break
            case .noNews: return nil
            case .tooLate: return refusal(ofEdit: incoming)
            }
        }
        let decision = heldIfLate(incoming, meant, at: now)
        handled.note(incoming, hadEffect: decision.hasEffect)
        return decision
    }

    /// Who wrote where; unknown people get the id they will have once something of theirs is kept.
    private func place(of incoming: Incoming) -> Question.Place {
        Question.Place(
            person: world.accounts[incoming.sender.account] ?? world.nextPerson,
            room: incoming.room)
    }

    private func isHeld(_ edit: Incoming) -> Bool {
        world.backlogs[place(of: edit)]?.held.contains { $0.message == edit.message } ?? false
    }

    private func refusal(ofEdit edit: Incoming) -> Decision {
        Decision(
            kind: "edit",
            messages: [
                Outgoing(
                    to: .room(edit.room), reader: world.accounts[edit.sender.account],
                    Phrase("questions.edited"), replyTo: edit.message)
            ])
    }
}

extension Decision {
    /// Whether it did something that must not be done again, beside asking or getting to know somebody.
    var hasEffect: Bool { !isRead && kind != Decision.asking && kind != "person" }
}
