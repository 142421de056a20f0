import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("Everybody's reminders")
struct RemindersTests {
    private let lila = PersonID(rawValue: "p1")
    private let omar = PersonID(rawValue: "p2")

    private func reminder(_ number: Int, _ person: PersonID) -> Reminder {
        Reminder(
            id: ShortID(.reminder, number), person: person, text: "stretch",
            at: Date(timeIntervalSince1970: Double(number)), room: RoomAddress(.telegram, "1"),
            addedAt: .distantPast)
    }

    private func reminders() -> Reminders {
        var reminders = Reminders()
        for number in 40..<44 { reminders[ShortID(.reminder, number)] = reminder(number, lila) }
        reminders[ShortID(.reminder, 50)] = reminder(50, omar)
        return reminders
    }

    @Test("each person's are counted apart")
    func apart() {
        #expect(reminders().waitingCount(of: lila) == 4)
        #expect(reminders().waitingCount(of: omar) == 1)
        #expect(reminders().waitingCount(of: PersonID(rawValue: "p3")) == 0)
        #expect(reminders().count == 5)
    }

    @Test(
        "what was fired, deleted or erased does not wait, in whatever way it is written",
        arguments: [Reminder.State.fired, .deleted, nil])
    func ended(_ state: Reminder.State?) {
        var reminders = reminders()
        let id = ShortID(.reminder, 41)
        if let state { reminders[id]?.state = state } else { reminders[id] = nil }
        #expect(reminders.waitingCount(of: lila) == 3)
        #expect(!reminders.waiting(of: lila).contains { $0.id == id })
        #expect(reminders[id]?.state == state)
        if state != nil { reminders[id]?.state = .waiting }
        #expect(reminders.waitingCount(of: lila) == (state == nil ? 3 : 4))
    }

    @Test("the index is what a look at all of them finds, after any changes")
    func agrees() {
        var reminders = Reminders()
        var seed: UInt64 = 7
        func chance(_ below: UInt64) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % below)
        }
        var plain: [ShortID: Reminder] = [:]
        for step in 0..<2_000 {
            let number = 32 + chance(40)
            let id = ShortID(.reminder, number)
            var next = plain[id]
            switch chance(5) {
            case 0: next = nil
            case 1: next?.state = [.fired, .waiting, .deleted][chance(3)]
            case 2:
                next?.state = .fired
                next?.endedAt = Date(timeIntervalSince1970: Double(step))
            case 3: next?.text = "\(step)"
            default: next = reminder(number, chance(2) == 0 ? lila : omar)
            }
            (reminders[id], plain[id]) = (next, next)
            #expect(reminders[id] == next && reminders.count == plain.count)
            for person in [lila, omar] {
                let all = reminders.values.filter { $0.person == person && $0.state == .waiting }
                #expect(Set(reminders.waiting(of: person)) == Set(all))
                #expect(reminders.waitingCount(of: person) == all.count)
            }
        }
        #expect(Array(reminders.values) == plain.values.sorted { $0.id < $1.id })
        var anew = Reminders()
        for (id, reminder) in plain { anew[id] = reminder }
        #expect(anew == reminders)
        anew[ShortID(.reminder, 40)] = nil
        #expect(plain[ShortID(.reminder, 40)] == nil || anew != reminders)
    }

    @Test(
        "an end is the same by name as by hand, of whatever state",
        arguments: [Reminder.State.waiting, .fired, .deleted], [Reminder.State.fired, .deleted])
    func ends(before: Reminder.State, after: Reminder.State) {
        let id = ShortID(.reminder, 41)
        for moment in [Date(timeIntervalSince1970: 99), nil] {
            var first = reminders()
            first[id]?.state = before
            if before != .waiting { first[id]?.text = "changed since" }
            var second = first
            first.end(id, as: after, at: moment)
            second[id]?.state = after
            second[id]?.endedAt = moment ?? Date(timeIntervalSince1970: 41)
            #expect(first == second && first[id] == second[id])
            #expect(first.waitingCount(of: lila) == 3)
        }
        var none = reminders()
        none.end(ShortID(.reminder, 99), as: after, at: nil)
        #expect(none == reminders())
    }

    @Test("an id that says no number is a place like any other")
    func otherIDs() {
        var reminders = reminders()
        for id in ["r007", "x", "r", "ri"].map(ShortID.init(rawValue:)) {
            var other = Reminder(
                id: id, person: omar, text: "stretch", at: .distantPast,
                room: RoomAddress(.telegram, "1"), addedAt: .distantPast)
            reminders[id] = other
            other.state = .deleted
            #expect(reminders.waitingCount(of: omar) == 2)
            reminders[id]?.state = .deleted
            #expect(reminders[id] == other && reminders.waitingCount(of: omar) == 1)
            #expect(reminders.keys.contains(id) && reminders.person(of: id) == omar)
            reminders[id] = nil
            #expect(reminders[id] == nil && reminders.count == 5)
        }
    }
}
