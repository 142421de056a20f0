package import Chat
package import HashTreeCollections

/// Everybody's reminders, by id; and which of them wait, by person.
///
/// A new one is counted against its person's others, so without the second index each would cost more than the one
/// before. Every change goes through the subscript, which keeps the two in step.
package struct Reminders: Equatable, Sendable {
    private var all: TreeDictionary<ShortID, Reminder> = [:]
    private var waiting: TreeDictionary<PersonID, TreeSet<ShortID>> = [:]

    package init() {}

    package subscript(id: ShortID) -> Reminder? {
        get { all[id] }
        set {
            if let old = all[id], old.state == .waiting { forget(old) }
            all[id] = newValue
            if let newValue, newValue.state == .waiting {
                waiting[newValue.person, default: []].insert(id)
            }
        }
    }

    package var isEmpty: Bool { all.isEmpty }
    package var count: Int { all.count }
    package var keys: TreeDictionary<ShortID, Reminder>.Keys { all.keys }
    package var values: TreeDictionary<ShortID, Reminder>.Values { all.values }

    /// How many somebody waits for.
    package func waitingCount(of person: PersonID) -> Int { waiting[person]?.count ?? 0 }

    /// What somebody waits for, in no order.
    func waiting(of person: PersonID) -> [Reminder] {
        (waiting[person] ?? []).compactMap { all[$0] }
    }

    private mutating func forget(_ old: Reminder) {
        waiting[old.person]?.remove(old.id)
        if waiting[old.person]?.isEmpty == true { waiting[old.person] = nil }
    }
}
