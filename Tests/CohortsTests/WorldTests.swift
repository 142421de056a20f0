import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("The world")
struct WorldTests {
    private let now = EventSamples.now

    /// Events that create or remember something; all others only name something.
    private static let creating: Set<String> = [
        PersonMet.kind, CohortFounded.kind, RoomBound.kind, RoomClosed.kind, InvitationMade.kind,
        DeadlineAdded.kind, ReminderAdded.kind, WorkHandedIn.kind, WorkFileHandedIn.kind,
        RoundPlanned.kind, RoundStarted.kind, ThreadOpened.kind, ThreadsImported.kind,
        JobStarted.kind, MessagesOwed.kind, QuestionAsked.kind, RoundReassigned.kind,
        ReviewAsked.kind, BuddiesBrought.kind,
    ]

    @Test(
        "is not changed by an event that names something unknown",
        arguments: EventSamples.all.filter { !creating.contains(type(of: $0).kind) })
    func theUnknownChangesNothing(_ event: any Event) {
        var world = World()
        let before = String(reflecting: world)
        event.apply(to: &world)
        #expect(String(reflecting: world) == before)
    }

    @Test("takes any event after any other", arguments: EventSamples.all)
    func appliesInAnyOrder(_ first: any Event) {
        for second in EventSamples.all {
            var world = World()
            first.apply(to: &world)
            second.apply(to: &world)
            first.apply(to: &world)
            #expect(world.nextNumber >= World().nextNumber)
        }
    }

    @Test("never hands out a number again, whatever order the numbers come in")
    func numbersOnlyGrow() {
        var world = World()
        var last = world.nextNumber
        for number in [40, 33, 90, 12, 0] {
            ReminderAdded(reminder: EventSamples.reminder, number: number).apply(to: &world)
            #expect(world.nextNumber > number)
            #expect(world.nextNumber >= last)
            last = world.nextNumber
        }
        #expect(last == 91)
    }

    @Test("keeps the number of a deleted reminder taken")
    func deletedNumbersStayTaken() {
        var world = World()
        let number = world.nextNumber
        ReminderAdded(reminder: EventSamples.reminder, number: number).apply(to: &world)
        ReminderDeleted(id: EventSamples.reminder.id, at: EventSamples.now).apply(to: &world)
        #expect(world.nextNumber == number + 1)
    }

    @Test("has seen the cause of a commit, also of one without events, and no other")
    func remembersCauses() {
        var world = World()
        let cause = Cause("telegram:4242", "7")
        #expect(!world.hasSeen(cause))
        world.apply(Commit(kind: "ping", cause: cause, at: now, events: []), sequence: 1)
        #expect(world.hasSeen(cause))
        #expect(!world.hasSeen(Cause("telegram:4242", "8")))
        #expect(!world.hasSeen(Cause("telegram:4343", "7")))
    }

    @Test("owes a commit's messages under its sequence until each is sent")
    func owesMessagesUntilSent() {
        var world = World()
        let messages = [EventSamples.message, EventSamples.message]
        world.apply(
            Commit(kind: "remind", cause: nil, at: now, events: [], owed: messages), sequence: 5)
        #expect(Set(world.owed.keys) == ["5.0", "5.1"])
        MessageSent(key: "5.0", message: "99").apply(to: &world)
        #expect(Set(world.owed.keys) == ["5.1"])
    }

    @Test("learns which message a question was asked in")
    func questionLearnsItsMessage() {
        var world = World()
        let met = PersonMet(
            id: EventSamples.person, account: EventSamples.account, name: "Lila", language: nil,
            at: now, number: 32)
        world.apply(
            Commit(
                kind: "deadline add", cause: nil, at: now,
                events: [met, QuestionAsked(question: EventSamples.question)],
                owed: [EventSamples.message]), sequence: 9)
        MessageSent(key: "9.0", message: "99").apply(to: &world)
        #expect(world.questions.values.map(\.message) == ["99"])
    }

    @Test("takes a room's cohort and owed messages along when its chat moves")
    func roomsMove() {
        var world = World()
        let room = EventSamples.room
        RoomBound(room: room, cohort: EventSamples.cohort, title: "Study group").apply(to: &world)
        MessagesOwed(messages: ["6.0": EventSamples.message]).apply(to: &world)
        RoomMoved(from: room.wholeChat, to: RoomAddress(.telegram, "-100456")).apply(to: &world)
        let moved = RoomAddress(.telegram, "-100456", topic: "17")
        #expect(Array(world.rooms.keys) == [moved])
        #expect(world.owed["6.0"]?.to == .room(moved))
    }

    @Test("fires no reminder that was deleted, and deletes none that fired")
    func remindersEndOnce() {
        var world = World()
        let id = EventSamples.reminder.id
        ReminderAdded(reminder: EventSamples.reminder, number: 33).apply(to: &world)
        ReminderFired(id: id, at: EventSamples.now).apply(to: &world)
        ReminderDeleted(id: id, at: EventSamples.now).apply(to: &world)
        #expect(world.reminders[id]?.state == .fired)
    }
}
