import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct BuddyFindTests {
    @Test("the first who asks waits, the second finds them, and both read it in private")
    func found() {
        var scene = CommandsTestScene()
        #expect(scene.says("/buddy", by: "lila") == "buddy.sought -> buddies.looking")
        #expect(scene.tells("/buddy", by: "lila") == ["lila: buddies.looking"])
        #expect(scene.tells("/buddy", by: "lila") == ["lila: buddies.still-looking"])
        let second = scene.decide("/buddy", by: "marcos")
        #expect(second.outcome == "buddy.sought, buddies.brought -> buddies.pair, buddies.pair")
        // Asked in the group: nobody is named there.
        for message in second?.messages ?? [] {
            guard case .person = message.to else {
                Issue.record("told in a room")
                continue
            }
        }
        #expect(second?.messages.map { $0.phrase.values["names"] }.count == 2)
        scene.takesPlace(second, by: "marcos")
        #expect(scene.together == [["lila", "marcos"]] && scene.looking == [])
        #expect(scene.tells("/buddy", by: "lila") == ["lila: buddies.pair"])
    }

    @Test("of several who look the nearest on the clock is found")
    func nearest() {
        var scene = CommandsTestScene()
        for (name, zone) in [("marcos", "Sao Paulo"), ("emma", "London"), ("ivan", "Dhaka")] {
            scene.tells("/profile zone \(zone)", by: name)
            // Nobody who looks at the same time: otherwise they would find each other.
            scene.happen([
                BuddySought(
                    cohort: CommandsTestScene.cohort, person: scene.person(name), at: scene.now)
            ])
        }
        #expect(scene.tells("/buddy", by: "lila") == ["lila: buddies.pair", "ivan: buddies.pair"])
    }

    @Test("only learners of the cohort look in it")
    func stranger() {
        let scene = CommandsTestScene()
        #expect(scene.says("/buddy", by: "zoe") == "-> cohorts.join-first")
    }

    @Test("who was together before does not find the other again by themselves")
    func again() {
        var scene = CommandsTestScene()
        scene.tells("/buddy", by: "lila")
        scene.tells("/buddy", by: "marcos")
        scene.tells("/buddy pass", by: "marcos")
        #expect(scene.tells("/buddy", by: "marcos") == ["marcos: buddies.looking"])
        #expect(scene.looking == ["lila", "marcos"])
        #expect(
            scene.tells("/buddy", by: "emma") == ["emma: buddies.pair", "lila: buddies.pair"],
            "who lost a buddy comes first")
    }
}
