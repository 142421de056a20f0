package import Chat
import HashTreeCollections

/// Everybody's reminders, by id; and which of them wait, by person.
///
/// A new one is counted against its person's others, so without the second index each would cost more than the one
/// before. Every change goes through the subscript, which keeps the two in step.
package struct Reminders: Equatable, Sendable {
    private typealias Box = Shelf<ShortID, Reminder>.Box

    private var all = Shelf<ShortID, Reminder>()
    private var waiting: TreeDictionary<PersonID, [Box]> = [:]

    package init() {}

    package subscript(id: ShortID) -> Reminder? {
        get { all[id] }
        set {
            let box = newValue.map(Box.init)
            if let old = all.put(box, for: id), old.value.state == .waiting { forget(old) }
            if let box, box.value.state == .waiting {
                waiting[box.value.person, default: []].append(box)
            }
        }
    }

    package var isEmpty: Bool { all.isEmpty }
    package var count: Int { all.count }
    package var keys: some Collection<ShortID> { all.keys }
    package var values: some Collection<Reminder> { all.values }

    /// How many somebody waits for.
    package func waitingCount(of person: PersonID) -> Int { waiting[person]?.count ?? 0 }

    /// What somebody waits for, in no order.
    func waiting(of person: PersonID) -> [Reminder] { waiting[person]?.map(\.value) ?? [] }

    private mutating func forget(_ old: Box) {
        let person = old.value.person
        guard let index = waiting[person]?.firstIndex(where: { $0 === old }) else { return }
        if waiting[person]?.count == 1 {
            waiting[person] = nil
        } else {
            waiting[person]?.remove(at: index)
        }
    }

    package static func == (a: Reminders, b: Reminders) -> Bool { a.all == b.all }
}
