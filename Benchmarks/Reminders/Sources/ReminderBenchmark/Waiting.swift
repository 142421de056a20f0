import Chat
import Cohorts
import Commands
import Dates
import Foundation
import Journal

/// The world with that many reminders, ten a person, and what is measured on it.
struct Waiting {
    private let count: Int
    private var world = World()
    private var agenda = Agenda(World())
    private let codec = EventCodec()
    private let start = Date(timeIntervalSince1970: 1_795_428_000)
    private static let due = 10_000

    init(count: Int) { self.count = count }

    private func person(_ index: Int) -> PersonID {
        PersonID(rawValue: ShortID(.person, 1_000_000 + index).rawValue)
    }

    private func room(_ index: Int) -> RoomAddress {
        RoomAddress(.telegram, String(100_000_000 + index))
    }

    mutating func fill() {
        let before = residentMemory()
        for index in 0..<max(count / 10, Self.due) {
            let id = person(index)
            apply(
                PersonMet(
                    id: id, account: Account(.telegram, String(100_000_000 + index)),
                    name: "Learner \(index)", language: "en", at: start, number: 1_000_000 + index))
            apply(PrivateRoomOpened(id: id, room: room(index)))
        }
        let people = residentMemory()
        var seconds = 0.0
        for index in 0..<count {
            let owner = index % max(count / 10, 1)
            var reminder = Reminder(
                id: ShortID(.reminder, 2_000_000 + index), person: person(owner),
                text: "read chapter \(index % 40) and hand in assignment \(index % 9)",
                // The first ten thousand fall due in the same minute, the others over the year after it.
                at: index < Self.due
                    ? start.addingTimeInterval(3_600 + Double(index % 60))
                    : start.addingTimeInterval(7_200 + Double((index &* 7_919) % 31_536_000)),
                room: room(owner), addedAt: start)
            if index % 2 == 0 { reminder.followsClock = true }
            let added = ReminderAdded(reminder: reminder, number: 2_000_000 + index)
            let began = cpu()
            added.apply(to: &world)
            agenda.note([added], in: world)
            seconds += cpu() - began
        }
        let memory = residentMemory()
        print(
            "\(count) reminders of \(max(count / 10, Self.due)) people: \(memory / 1_024) MiB in all "
                + "(\((people - before) / 1_024) MiB of it the people), "
                + "insert \(rounded(seconds / Double(count) * 1e6)) µs")
    }

    private mutating func apply(_ event: some Event) { event.apply(to: &world) }

    mutating func look() {
        var copy = agenda
        var taken = 0
        let began = cpu()
        var now = start
        while taken < min(count, 200_000), let next = copy.next {
            now = max(now, next)
            taken += copy.takeDue(at: now).count
        }
        print("what is next: \(rounded((cpu() - began) / Double(max(taken, 1)) * 1e6)) µs each")
        let began2 = cpu()
        let again = Agenda(world)
        print(
            "the whole agenda anew: \(rounded((cpu() - began2) * 1e3)) ms, next \(again.next == agenda.next)"
        )
    }

    mutating func fire(in directory: String) async throws {
        let journal = try open("\(directory)/reminders")
        let now = start.addingTimeInterval(3_660)
        let (began, wall) = (cpu(), ContinuousClock.now)
        var slowest = 0.0
        var messages = 0
        var last: Int?
        for batch in DueDecision.batches(agenda.takeDue(at: now), in: world) {
            let part = cpu()
            guard
                let decision = DueDecision(world: world, now: now, zones: .system).decide(batch)
            else { continue }
            let sequence = try commit(decision, to: journal, at: now)
            messages += decision.messages.count
            slowest = max(slowest, cpu() - part)
            // The disk takes one while the next is decided, as in the Decider.
            if let last { try await journal.durable(upTo: last) }
            last = sequence
        }
        if let last { try await journal.durable(upTo: last) }
        print(
            "a minute with \(messages) due: decided and committed in "
                + "\(rounded((cpu() - began) * 1e3)) ms of CPU (\(rounded(seconds(since: wall) * 1e3)) ms), "
                + "longest turn \(rounded(slowest * 1e3)) ms")
        await journal.stop()
    }

    mutating func remindCohort(in directory: String) async throws {
        let journal = try open("\(directory)/cohort")
        let cohort = CohortID(rawValue: "large")
        apply(CohortFounded(id: cohort, name: "Large", at: start))
        for index in 0..<Self.due {
            apply(MemberJoined(cohort: cohort, person: person(index), at: start))
        }
        let due = Deadline(
            id: ShortID(.deadline, 5_000_000), cohort: cohort, title: "Quiz 2", kind: .quiz,
            dueAt: start.addingTimeInterval(3 * 86_400), addedBy: nil, addedAt: start)
        apply(DeadlineAdded(deadline: due, number: 5_000_000))
        let now = start.addingTimeInterval(86_400)
        let (began, wall) = (cpu(), ContinuousClock.now)
        if let decision = DueDecision(world: world, now: now, zones: .system)
            .decide([.deadline(due.id)])
        {
            let sequence = try commit(decision, to: journal, at: now)
            try await journal.durable(upTo: sequence)
            print(
                "a deadline of \(decision.messages.count) learners: decided and committed in "
                    + "\(rounded((cpu() - began) * 1e3)) ms of CPU (\(rounded(seconds(since: wall) * 1e3)) ms)"
            )
        }
        await journal.stop()
    }

    /// What the Decider does with a decision, without handing it over to Delivery.
    private mutating func commit(_ decision: Decision, to journal: Journal, at now: Date) throws
        -> Int
    {
        let entry = try Entry(
            kind: decision.kind, cause: nil, time: now, d: codec.encode(decision.events),
            out: codec.encode(decision.messages))
        let sequence = try journal.append([entry])
        let commit = Commit(
            kind: decision.kind, cause: nil, at: now, events: decision.events,
            owed: decision.messages)
        let before = world
        world.apply(commit, sequence: sequence)
        agenda.note(decision.events, in: world)
        // A copy is held until the disk has it, so that a failed disk can be taken back.
        withExtendedLifetime(before) {}
        return sequence
    }
}
