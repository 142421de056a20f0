import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

/// What one caller sees of a cohort's deadlines: in private how they themselves stand, in a room what all may know.
struct DeadlineView {
    struct Entry {
        let deadline: Deadline
        let due: Date
        let state: State
    }

    enum State: String {
        /// In a room, or of a cohort they do not belong to.
        case unsaid
        case open, done
        case handedIn = "handed-in"
    }

    private let call: Call
    private let world: World

    init(_ call: Call, _ world: World) {
        self.call = call
        self.world = world
    }

    /// Everything ahead, soonest first; an extension counts in private.
    func ahead(in cohort: Cohort) -> [Entry] {
        let isOwn = call.caller.place.isPrivate && cohort.members[call.caller.person] != nil
        return world.deadlines.values.compactMap { deadline -> Entry? in
            guard deadline.cohort == cohort.id, !deadline.isCancelled else { return nil }
            let due = isOwn ? world.due(deadline, for: call.caller.person) : deadline.dueAt
            guard due > call.now else { return nil }
            return Entry(deadline: deadline, due: due, state: isOwn ? state(of: deadline) : .unsaid)
        }.sorted { ($0.due, $0.deadline.id) < ($1.due, $1.deadline.id) }
    }

    private func state(of deadline: Deadline) -> State {
        if world.work(of: call.caller.person, for: deadline.id) != nil { return .handedIn }
        return world.isDone(call.caller.person, with: deadline, authors: []) ? .done : .open
    }

    func line(_ number: Int, _ entry: Entry) -> Phrase {
        var values = DueMessages.values(of: entry.deadline, due: entry.due)
        values["n"] = .number(number)
        values["extended"] = .phrase(
            entry.due == entry.deadline.dueAt
                ? Phrase("nothing") : Phrase("deadlines.extended-mark"))
        switch entry.state {
        case .unsaid: return Phrase("deadlines.line", values)
        case .open: return Phrase("deadlines.line-open", values)
        case .done: return Phrase("deadlines.line-marked", values)
        case .handedIn: return Phrase("deadlines.line-done", values)
        }
    }

    /// In private: to mark the first open one done, and to be reminded of it.
    func buttons(for entries: [Entry]) -> [[Choice]] {
        guard let first = entries.first(where: { $0.state == .open }) else { return [] }
        let id = first.deadline.id.rawValue
        let title = String(first.deadline.title.prefix(30))
        return [
            [
                Choice(Phrase("deadlines.mark-done", ["title": .user(title)]), "/done \(id)"),
                Choice(
                    Phrase("deadlines.remind-me", ["title": .user(title)]),
                    "/reminders snooze \(id)"),
            ]
        ]
    }
}
