import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("The agenda")
struct AgendaTests {
    private let now = EventSamples.now

    private func at(_ seconds: Double) -> Date { now.addingTimeInterval(seconds) }

    private func reminder(_ number: Int, at seconds: Double) -> ReminderAdded {
        ReminderAdded(
            reminder: Reminder(
                id: ShortID(.reminder, number), person: EventSamples.person, text: "stretch",
                at: at(seconds), room: EventSamples.room, addedAt: now),
            number: number)
    }

    /// A cohort that is reminded an hour and a minute ahead, with one deadline in two hours.
    private var deadlineEvents: [any Event] {
        [
            CohortFounded(id: EventSamples.cohort, name: "ML", at: now),
            CohortSettingsChanged(
                id: EventSamples.cohort, settings: CohortSettings(leads: [3_600, 60])),
            DeadlineAdded(
                deadline: Deadline(
                    id: ShortID(.deadline, 50), cohort: EventSamples.cohort, title: "Quiz 2",
                    kind: .quiz, dueAt: at(7_200), addedBy: nil, addedAt: now),
                number: 50),
        ]
    }

    /// A world and the agenda that went along with it.
    private func after(_ events: [any Event]) -> (world: World, agenda: Agenda) {
        var world = World()
        var agenda = Agenda(world)
        for event in events {
            event.apply(to: &world)
            agenda.note([event], in: world)
        }
        return (world, agenda)
    }

    @Test("hands out what is due, soonest first, and keeps what is not")
    func dueOrder() {
        var (_, agenda) = after([
            reminder(40, at: 30), reminder(41, at: 10), reminder(42, at: 20), reminder(43, at: 99),
        ])
        #expect(agenda.next == at(10))
        #expect(
            agenda.takeDue(at: at(30), limit: 10) == [
                .reminder(ShortID(.reminder, 41)), .reminder(ShortID(.reminder, 42)),
                .reminder(ShortID(.reminder, 40)),
            ])
        #expect(agenda.next == at(99))
    }

    @Test("hands out no more than it is asked for")
    func obeysTheLimit() {
        var (_, agenda) = after((0..<5).map { reminder(40 + $0, at: 10) })
        #expect(agenda.takeDue(at: at(10), limit: 2).count == 2)
        #expect(agenda.takeDue(at: at(10), limit: 10).count == 3)
        #expect(agenda.takeDue(at: at(10), limit: 10) == [])
    }

    @Test("holds one entry for every lead time of a deadline")
    func leadTimes() {
        var (_, agenda) = after(deadlineEvents)
        let id = ShortID(.deadline, 50)
        // A look a day ahead, for those whose quiet hours cover the deadline.
        #expect(agenda.takeDue(at: at(0), limit: 10) == [.deadline(id)])
        #expect(agenda.next == at(3_600))
        #expect(agenda.takeDue(at: at(3_600), limit: 10) == [.deadline(id)])
        #expect(agenda.takeDue(at: at(7_140), limit: 10) == [.deadline(id)])
    }

    @Test("comes back at the new time of a deadline that moved")
    func movedDeadline() {
        let id = ShortID(.deadline, 50)
        var (world, agenda) = after(
            deadlineEvents + [DeadlineMoved(id: id, dueAt: at(90_000), pastLeads: [], at: now)])
        _ = agenda.takeDue(at: at(7_200), limit: 10)
        #expect(agenda.next == at(86_400))
        #expect(
            world.deadlines[id]?.dueAt == at(90_000), "the world tells the old hints from due ones")
    }

    @Test("leaves a deleted reminder to the world, which says that it is idle")
    func deletedReminder() {
        let id = ShortID(.reminder, 40)
        var (world, agenda) = after([reminder(40, at: 10), ReminderDeleted(id: id, at: now)])
        #expect(agenda.takeDue(at: at(10), limit: 10) == [.reminder(id)])
        #expect(world.reminders[id]?.state == .deleted)
        var again = Agenda(world)
        #expect(
            again.takeDue(at: at(99_999), limit: 10) == [], "and a restart does not take it up")
        #expect(again.takeDue(at: at(Reminder.remembered), limit: 10) == [.forget(id)])
    }

    @Test("comes back to a round when somebody's quiet hours are over")
    func quietReviewer() {
        let id = ShortID(rawValue: "n15")
        let news = LaterNews(
            person: EventSamples.person, until: at(60), news: ReviewerNews(isNudge: true))
        let round = Round(
            id: id, cohort: EventSamples.cohort, assignment: ShortID(rawValue: "d11"),
            reviewsPerWork: 1, seed: 7, closesAt: nil, state: .planned,
            plannedBy: EventSamples.person)
        let (world, agenda) = after([
            RoundPlanned(round: round, number: 40),
            RoundStarted(
                id: id, seed: 7, reviews: [], number: 40, at: now, closesAt: at(900), room: nil),
            ReviewersToldLater(
                id: id, later: [news], spared: [Round.Spared(person: news.person, until: at(70))]),
        ])
        for var agenda in [agenda, Agenda(world)] {
            #expect(agenda.next == at(60))
            _ = agenda.takeDue(at: at(60))
            #expect(agenda.next == at(70))
        }
    }

    @Test("comes back to study buddies when somebody's quiet hours are over")
    func quietBuddy() {
        let later = LaterBuddyNews(person: EventSamples.person, until: at(60), isAlone: true)
        let (world, agenda) = after([
            CohortFounded(id: EventSamples.cohort, name: "ML", at: now),
            BuddiesToldLater(cohort: EventSamples.cohort, later: [later]),
        ])
        for var agenda in [agenda, Agenda(world)] {
            #expect(agenda.next == at(60))
            #expect(agenda.takeDue(at: at(60)) == [.buddies(EventSamples.cohort)])
        }
    }

    @Test("is after a restart what it was before")
    func restart() {
        var (world, kept) = after(deadlineEvents + [reminder(60, at: 10), reminder(61, at: 20)])
        var derived = Agenda(world)
        #expect(derived.takeDue(at: at(9_999), limit: 99) == kept.takeDue(at: at(9_999), limit: 99))
    }

    @Test("holds nothing for a cancelled deadline or a lead time already decided")
    func decided() {
        let id = ShortID(.deadline, 50)
        let (reminded, _) = after(deadlineEvents + [DeadlineReminded(id: id, leads: [3_600])])
        var agenda = Agenda(reminded)
        _ = agenda.takeDue(at: now)
        #expect(agenda.next == at(7_140))
        let (cancelled, _) = after(deadlineEvents + [DeadlineCancelled(id: id, isCancelled: true)])
        #expect(Agenda(cancelled).next == nil)
    }
}
