package import Chat
import FoundationEssentials
import HashTreeCollections

/// Everybody's reminders, by id; and which of them wait, by person.
///
/// A new one is counted against its person's others, so without the second index each would cost more than the one
/// before. Every change goes through the subscript, which keeps all in step.
package struct Reminders: Equatable, Sendable {
    private var numbered = NumberTree<Box<Reminder>>()
    /// Those whose ids say no number.
    private var others: TreeDictionary<ShortID, Box<Reminder>> = [:]
    /// How those ended that wait no longer and are nothing else than they were. When ten thousand end in one minute,
    /// this small map changes, and not the paths to ten thousand places among a million.
    private var endings: TreeDictionary<ShortID, Ending> = [:]
    /// Those that wait, and those that have an ending.
    private var waiting: TreeDictionary<PersonID, [Box<Reminder>]> = [:]

    private struct Ending: Sendable {
        let state: Reminder.State
        let at: Date?
    }

    package init() {}

    package subscript(id: ShortID) -> Reminder? {
        get {
            // Without a closure, which would take a copy of everything along.
            guard let box = box(id) else { return nil }
            return current(box)
        }
        set {
            if let newValue, let box = box(id), ended(box.value, as: newValue) {
                endings[id] = Ending(state: newValue.state, at: newValue.endedAt)
                return
            }
            let box = newValue.map { Box($0) }
            if let old = put(box, for: id), old.value.state == .waiting { forget(old) }
            endings[id] = nil
            if let box, box.value.state == .waiting {
                waiting[box.value.person, default: []].append(box)
            }
        }
    }

    /// Ends one and changes nothing else about it: what the subscript would do, without looking at all of it.
    mutating func end(_ id: ShortID, as state: Reminder.State, at moment: Date?) {
        guard let box = box(id) else { return }
        let at = moment ?? box.value.at
        guard box.value.state != .waiting else {
            endings[id] = Ending(state: state, at: at)
            return
        }
        var reminder = box.value
        (reminder.state, reminder.endedAt) = (state, at)
        self[id] = reminder
    }

    package var isEmpty: Bool { count == 0 }
    package var count: Int { numbered.count + others.count }

    /// Whose it is, without the rest of it.
    package func person(of id: ShortID) -> PersonID? { box(id)?.value.person }

    /// How many somebody waits for.
    package func waitingCount(of person: PersonID) -> Int {
        guard let listed = waiting[person] else { return 0 }
        return endings.isEmpty ? listed.count : listed.count { endings[$0.value.id] == nil }
    }

    /// What somebody waits for, in no order.
    func waiting(of person: PersonID) -> [Reminder] {
        (waiting[person] ?? []).filter { endings[$0.value.id] == nil }.map(\.value)
    }

    private func box(_ id: ShortID) -> Box<Reminder>? {
        guard let number = id.number(of: .reminder) else { return others[id] }
        return numbered[number]
    }

    private mutating func put(_ box: Box<Reminder>?, for id: ShortID) -> Box<Reminder>? {
        if let number = id.number(of: .reminder) { return numbered.put(box, at: number) }
        guard let box else { return others.removeValue(forKey: id) }
        return others.updateValue(box, forKey: id)
    }

    /// As it is now.
    private func current(_ box: Box<Reminder>) -> Reminder {
        guard let ending = endings[box.value.id] else { return box.value }
        var reminder = box.value
        reminder.state = ending.state
        reminder.endedAt = ending.at
        return reminder
    }

    /// Whether it waited and has ended, and is else what it was.
    private func ended(_ before: Reminder, as after: Reminder) -> Bool {
        guard before.state == .waiting, after.state != .waiting else { return false }
        var before = before
        before.state = after.state
        before.endedAt = after.endedAt
        return before == after
    }

    private mutating func forget(_ old: Box<Reminder>) {
        let person = old.value.person
        guard let index = waiting[person]?.firstIndex(where: { $0 === old }) else { return }
        if waiting[person]?.count == 1 {
            waiting[person] = nil
        } else {
            waiting[person]?.remove(at: index)
        }
    }

    package static func == (a: Reminders, b: Reminders) -> Bool {
        a.count == b.count && a.values.allSatisfy { b[$0.id] == $0 }
    }
}

extension Reminders {
    package var keys: some Sequence<ShortID> { values.lazy.map(\.id) }

    /// All of them, in the order of their numbers.
    package var values: some Sequence<Reminder> {
        let boxes = sequence(state: (numbered.makeIterator(), others.values.makeIterator())) {
            $0.0.next() ?? $0.1.next()
        }
        return boxes.lazy.map { current($0) }
    }
}
