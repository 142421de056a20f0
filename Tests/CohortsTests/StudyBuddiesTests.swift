import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("Study buddies")
struct StudyBuddiesTests {
    private let cohort = EventSamples.cohort
    private let now = EventSamples.now
    private let pair = ShortID(rawValue: "b1")
    private func person(_ number: Int) -> PersonID { PersonID(rawValue: "p\(number)") }

    private func group(
        _ id: String, _ members: [Int], pairing: String? = nil, third: Int? = nil
    ) -> BuddyGroup {
        BuddyGroup(
            id: ShortID(rawValue: id), members: members.map(person), since: now,
            pairing: pairing.map { ShortID(rawValue: $0) }, by: pairing.map { _ in person(9) },
            third: third.map(person))
    }

    /// Four people look; what then happens.
    private func after(_ events: [any Event] = []) -> World {
        var world = World()
        CohortFounded(id: cohort, name: "ML", at: now).apply(to: &world)
        for number in 1...4 {
            PersonMet(
                id: person(number), account: Account(.telegram, "\(number)"), name: "P\(number)",
                language: nil, at: now, number: number
            ).apply(to: &world)
            MemberJoined(cohort: cohort, person: person(number), at: now).apply(to: &world)
            BuddySought(cohort: cohort, person: person(number), at: now).apply(to: &world)
        }
        for event in events { event.apply(to: &world) }
        return world
    }

    private func brought(_ groups: [BuddyGroup]) -> BuddiesBrought {
        BuddiesBrought(cohort: cohort, groups: groups, number: 40)
    }

    private func seekers(_ world: World) -> [Int] {
        world.buddies(of: cohort).seekers.compactMap { Int($0.rawValue.dropFirst()) }
    }

    private func members(_ world: World) -> [[Int]] {
        world.buddies(of: cohort).groups.map {
            $0.members.compactMap { Int($0.rawValue.dropFirst()) }
        }
    }

    @Test("who was found looks no longer, and asking twice changes nothing")
    func found() {
        let world = after([
            BuddySought(cohort: cohort, person: person(2), at: now),
            brought([group("b1", [1, 3])]),
            BuddySought(cohort: cohort, person: person(1), at: now),
            BuddyPaused(cohort: cohort, person: person(4)),
        ])
        #expect(seekers(world) == [2] && members(world) == [[1, 3]])
        #expect(world.nextNumber == 41)
    }

    @Test("when one of two goes, the other looks again before all others; of three, two remain")
    func leaving() {
        let two = after([
            brought([group("b1", [1, 3])]),
            BuddyPassed(cohort: cohort, id: pair, person: person(1)),
        ])
        #expect(seekers(two) == [3, 2, 4] && members(two) == [])
        #expect(two.buddies(of: cohort).parted.map(\.others) == [[person(3)]])
        let three = after([
            brought([group("b1", [1, 3, 4])]), MemberLeft(cohort: cohort, person: person(1)),
        ])
        #expect(seekers(three) == [2] && members(three) == [[3, 4]])
        #expect(three.buddies(of: cohort).parted == [])
        let nobody = after([BuddyPassed(cohort: cohort, id: pair, person: person(1))])
        #expect(seekers(nobody) == [1, 2, 3, 4])
    }

    @Test("a parting taken back is none")
    func together() {
        let world = after([
            brought([group("b1", [1, 3])]),
            BuddyPassed(cohort: cohort, id: pair, person: person(1)),
            BuddiesBrought(cohort: cohort, groups: [group("b1", [1, 3])], number: 0),
        ])
        #expect(members(world) == [[1, 3]] && world.buddies(of: cohort).parted == [])
    }

    @Test("a pairing taken back leaves the pairs that there were before")
    func takenBack() {
        let world = after([
            brought([group("b1", [1, 2])]),
            brought([
                group("b1", [1, 2, 3], pairing: "b2", third: 3),
                group("b2", [4, 5], pairing: "b2"),
            ]),
            BuddiesTakenBack(cohort: cohort, pairing: ShortID(rawValue: "b2")),
        ])
        #expect(members(world) == [[1, 2]])
        #expect(Set(seekers(world)) == [3, 4, 5])
    }

    @Test("who is forgotten is nowhere any more, and nobody keeps waiting for them")
    func forgotten() throws {
        var world = after([
            brought([group("b1", [1, 2])]),
            BuddyPassed(cohort: cohort, id: pair, person: person(1)),
            brought([group("b3", [1, 4], pairing: "b3")]),
            BuddiesToldLater(
                cohort: cohort,
                later: [
                    LaterBuddyNews(
                        person: person(2), until: now, left: person(1),
                        said: [.init(by: person(1), words: "secret")]),
                    LaterBuddyNews(person: person(1), until: now, group: ShortID(rawValue: "b3")),
                ]),
        ])
        PersonErased(id: person(1), at: now).apply(to: &world)
        let line = String(
            decoding: try EventCodec().encode(entity: world.buddies(of: cohort)), as: UTF8.self)
        #expect(!line.contains("\"p1\"") && !line.contains("secret"))
        #expect(seekers(world) == [4, 2, 3])
    }

    @Test("two accounts of one person are one buddy, and none to themselves")
    func linked() {
        let linked = PersonLinked(id: person(1), other: person(2), at: now)
        let same = after([brought([group("b1", [1, 2])]), linked])
        #expect(members(same) == [] && Set(seekers(same)) == [1, 3, 4])
        let other = after([brought([group("b1", [2, 3])]), linked])
        #expect(members(other) == [[1, 3]] && seekers(other) == [4])
    }

    @Test("what waits for two accounts of one person comes together")
    func linkedNews() {
        let world = after([
            brought([group("b1", [2, 3])]),
            BuddiesToldLater(
                cohort: cohort,
                later: [
                    LaterBuddyNews(person: person(1), until: now, left: person(4)),
                    LaterBuddyNews(person: person(2), until: now, group: pair),
                ]), PersonLinked(id: person(1), other: person(2), at: now),
        ])
        let later = world.buddies(of: cohort).later
        #expect(later.map(\.person) == [person(1)])
        #expect(later.first?.group == pair && later.first?.left == person(4))
    }

    @Test("a cohort in which nobody asked takes no room")
    func nothing() {
        let world = after((1...4).map { BuddyPaused(cohort: cohort, person: person($0)) })
        #expect(world.buddies.isEmpty)
    }
}
