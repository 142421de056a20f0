import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("Looking something up in the world")
struct WorldLookupTests {
    private let cohort = EventSamples.cohort
    private let now = EventSamples.now

    private func world(titles: [String] = []) -> World {
        var world = World()
        CohortFounded(id: cohort, name: "ML", at: now).apply(to: &world)
        for (index, title) in titles.enumerated() {
            let deadline = Deadline(
                id: ShortID(.deadline, 100 + index), cohort: cohort, title: title,
                kind: Deadline.Kind(title: title),
                dueAt: now.addingTimeInterval(Double(titles.count - index) * 3_600),
                addedBy: nil, addedAt: now)
            DeadlineAdded(deadline: deadline, number: 100 + index).apply(to: &world)
        }
        return world
    }

    @Test("lists what is ahead, soonest first, without what is past or cancelled")
    func deadlinesAhead() {
        var world = world(titles: ["Essay", "Quiz 1", "Quiz 2", "Live session"])
        let cancelled = world.deadline(meant: "quiz 1", in: cohort)
        DeadlineCancelled(id: cancelled?.id ?? ShortID(.deadline, 0), isCancelled: true)
            .apply(to: &world)
        let later = now.addingTimeInterval(3_600)
        #expect(world.deadlines(of: cohort, after: later).map(\.title) == ["Quiz 2", "Essay"])
    }

    @Test(
        "finds the deadline that somebody means",
        arguments: [
            ("Quiz 2", "Quiz 2"), ("quiz 2", "Quiz 2"), ("essay", "Essay on bias"), ("es", nil),
            ("d34", "Essay on bias"), ("#D34", "Essay on bias"), ("exam", nil), ("", nil),
            ("quiz", "Quiz 2"),
        ] as [(String, String?)])
    func meantDeadline(_ words: String, _ title: String?) {
        let world = world(titles: ["Essay on bias", "Quiz 2", "Quiz 12"])
        #expect(world.deadline(meant: words, in: cohort)?.title == title)
    }

    @Test("gives a topic the cohort of its chat, unless it has one of its own")
    func topicsBelongToTheirChat() {
        var world = world()
        let topic = EventSamples.room
        RoomBound(room: topic.wholeChat, cohort: cohort, title: "All").apply(to: &world)
        #expect(world.cohort(of: topic) == cohort)
        RoomBound(room: topic, cohort: CohortID(rawValue: "own"), title: "One").apply(to: &world)
        #expect(world.cohort(of: topic) == CohortID(rawValue: "own"))
        #expect(world.cohort(of: topic.wholeChat) == cohort)
    }

    @Test(
        "takes the platform's administrator for a moderator only in a room of that cohort",
        arguments: [(true, Role.moderator), (false, Role.learner)])
    func administratorsModerateTheirOwnRoom(isBound: Bool, expected: Role) {
        var world = world()
        if isBound {
            RoomBound(room: EventSamples.room, cohort: cohort, title: "All").apply(to: &world)
        }
        let role = world.role(
            of: EventSamples.person, account: EventSamples.account, in: cohort,
            authority: .administrator, room: EventSamples.room, owners: [])
        #expect(role == expected)
    }

    @Test("counts the most that file, chat and owner list say")
    func theHighestRoleCounts() {
        var world = world()
        func role(owners: Set<Account> = []) -> Role {
            world.role(
                of: EventSamples.person, account: EventSamples.account, in: cohort,
                authority: .member, room: EventSamples.room, owners: owners)
        }
        #expect(role() == .learner)
        RoleGiven(cohort: cohort, person: EventSamples.person, role: .instructor).apply(to: &world)
        #expect(role() == .instructor)
        CohortFileRead(id: cohort, values: [:], roles: [EventSamples.account: .moderator])
            .apply(to: &world)
        #expect(role() == .moderator)
        #expect(role(owners: [EventSamples.account]) == .owner)
    }
}
