import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("Two people who become one")
struct LinkingTests {
    private let now = EventSamples.now
    private let cohort = CohortID(rawValue: "ml")
    private let kept = PersonID(rawValue: "p1")
    private let gone = PersonID(rawValue: "p2")
    private let telegram = RoomAddress(.telegram, "77")
    private let discord = RoomAddress(.discord, "@88")

    /// Both are in one cohort; the second is older there, has a reminder, a later date and an open question.
    private var world: World {
        var world = World()
        let due = Deadline(
            id: ShortID(rawValue: "d1"), cohort: cohort, title: "Quiz", kind: .quiz,
            dueAt: now.addingTimeInterval(900), addedBy: gone, addedAt: now)
        var events: [any Event] = [
            PersonMet(
                id: kept, account: Account(.telegram, "77"), name: "Lila", language: nil, at: now,
                number: 1),
            PersonMet(
                id: gone, account: Account(.discord, "88"), name: "lila_k", language: "hi", at: now,
                number: 2),
            PrivateRoomOpened(id: kept, room: telegram), PrivateRoomOpened(id: gone, room: discord),
            CohortFounded(id: cohort, name: "ML", at: now), DeadlineAdded(deadline: due, number: 3),
            RoleGiven(cohort: cohort, person: gone, role: .instructor),
            MemberJoined(cohort: cohort, person: gone, at: now.addingTimeInterval(-60)),
            MemberJoined(cohort: cohort, person: kept, at: now),
            ReminderAdded(
                reminder: Reminder(
                    id: ShortID(rawValue: "r4"), person: gone, text: "x",
                    at: now.addingTimeInterval(60), room: discord, addedAt: now), number: 4),
            DeadlineExtended(
                id: due.id, person: gone, until: now.addingTimeInterval(5_000), at: now),
            QuestionAsked(
                question: Question(
                    person: gone, room: discord, command: "remind", given: [:], field: "when",
                    askedAt: now)),
            LinkCodeMade(id: kept, link: LinkCode(code: "AAAA-AAAA", expiresAt: now)),
        ]
        let owed = Outgoing(to: .person(gone, fallback: nil), reader: gone, Phrase("x"))
        world.apply(
            Commit(kind: "t", cause: nil, at: now, events: events, owed: [owed]), sequence: 1)
        events = [PersonLinked(id: kept, other: gone, at: now)]
        world.apply(Commit(kind: "t", cause: nil, at: now, events: events, owed: []), sequence: 2)
        return world
    }

    @Test("one person has both accounts, and what the other had")
    func person() throws {
        let world = world
        #expect(world.people.count == 1 && world.accounts.values.allSatisfy { $0 == kept })
        let person = try #require(world.people[kept])
        #expect(person.accounts == [Account(.telegram, "77"), Account(.discord, "88")])
        #expect(person.language == "hi" && person.link == nil)
        #expect(person.privateRoom == discord && person.otherRoom == telegram)
        #expect(world.waitingReminders(of: kept).map(\.id) == [ShortID(rawValue: "r4")])
        let deadline = try #require(world.deadlines[ShortID(rawValue: "d1")])
        #expect(world.due(deadline, for: kept) == now.addingTimeInterval(5_000))
        #expect(deadline.addedBy == kept)
    }

    @Test("they are in their cohort once, for as long as either, with the higher role")
    func cohorts() throws {
        let cohort = try #require(world.cohorts[cohort])
        #expect(Array(cohort.members.keys) == [kept])
        #expect(cohort.members[kept]?.joinedAt == now.addingTimeInterval(-60))
        #expect(cohort.givenRoles == [kept: .instructor])
    }

    @Test("nothing anywhere names the one who is gone")
    func nobodyLeft() throws {
        #expect(world.owed["1.0"]?.to == .person(kept, fallback: nil))
        #expect(world.owed["1.0"]?.reader == kept)
        #expect(world.questions.keys.map(\.person) == [kept])
        var lines: [String] = []
        for file in WorldSnapshot(world).files {
            try file.write { lines.append(String(decoding: $0, as: UTF8.self)) }
        }
        #expect(!lines.joined().contains("\"p2\""))
    }

    @Test("where one private room closes, the other one counts; nobody is linked to themselves")
    func rooms() {
        var world = world
        PersonLinked(id: kept, other: kept, at: now).apply(to: &world)
        #expect(world.people[kept]?.accounts.count == 2)
        RoomClosed(room: discord, isClosed: true).apply(to: &world)
        #expect(world.people[kept]?.privateRoom == telegram)
        RoomClosed(room: telegram, isClosed: true).apply(to: &world)
        #expect(world.people[kept]?.privateRoom == telegram)
    }

    @Test("works of both for one assignment stand in the way")
    func reviews() {
        var world = World()
        #expect(world.reviewBetween(kept, gone) == nil)
        let due = Deadline(
            id: ShortID(rawValue: "d1"), cohort: cohort, title: "Quiz", kind: .quiz, dueAt: now,
            addedBy: nil, addedAt: now)
        DeadlineAdded(deadline: due, number: 3).apply(to: &world)
        for (number, author) in [(40, kept), (41, gone)] {
            #expect(world.reviewBetween(kept, gone) == nil)
            WorkHandedIn(
                id: ShortID(.work, number), cohort: cohort, assignment: due.id, author: author,
                content: "x", at: now, number: number
            ).apply(to: &world)
        }
        #expect(world.reviewBetween(kept, gone)?.id == due.id)
    }
}
