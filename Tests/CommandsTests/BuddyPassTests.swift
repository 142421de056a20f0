import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct BuddyPassTests {
    private var pair: CommandsTestScene {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos"] { scene.tells("/buddy", by: name) }
        return scene
    }

    private func id(_ scene: CommandsTestScene) -> String {
        scene.world.buddies(of: CommandsTestScene.cohort).groups.first?.id.rawValue ?? ""
    }

    @Test("the other one is told kindly and looks again; it can be taken back while they do")
    func pass() {
        var scene = pair
        let id = id(scene)
        #expect(
            scene.tells("/buddy pass \(id)", by: "lila")
                == ["lila: buddies.passed", "marcos: buddies.left"])
        #expect(scene.looking == ["marcos"] && scene.together == [])
        #expect(
            scene.tells("/undo \(id)", by: "lila") == [
                "lila: buddies.pair", "marcos: buddies.pair",
            ])
        #expect(scene.together == [["lila", "marcos"]] && scene.looking == [])
        #expect(scene.tells("/undo \(id)", by: "lila") == ["lila: reminders.nothing-to-undo"])
        scene.tells("/buddy pass", by: "lila")
        scene.tells("/buddy", by: "emma")
        #expect(scene.tells("/undo \(id)", by: "lila") == ["lila: buddies.too-late"])
    }

    @Test("who is left goes with somebody who looks already")
    func handedOver() {
        var scene = pair
        scene.tells("/buddy", by: "emma")
        #expect(
            scene.tells("/buddy pass", by: "lila") == [
                "lila: buddies.passed", "marcos: buddies.left", "marcos: buddies.pair",
                "emma: buddies.pair",
            ])
        #expect(scene.together == [["marcos", "emma"]])
    }

    @Test("a button of a pair that is over ends no other one")
    func oldButton() {
        var scene = pair
        let id = id(scene)
        scene.tells("/buddy pass \(id)", by: "lila")
        scene.tells("/buddy", by: "emma")
        #expect(scene.tells("/buddy pass \(id)", by: "marcos") == ["marcos: buddies.none-such"])
        #expect(scene.together == [["marcos", "emma"]])
    }

    @Test("at night nobody is woken, and what came and went is not told at all")
    func night() {
        var scene = CommandsTestScene()
        scene.tells("/buddy", by: "lila")
        scene.tells("/quiet 15:00-18:00", by: "lila")
        #expect(scene.tells("/buddy", by: "marcos") == ["marcos: buddies.pair"])
        scene.tells("/buddy pass", by: "marcos")
        #expect(scene.passes(hours: 2.5) == [])
        scene.now -= 2.5 * 3_600
        #expect(scene.tells("/buddy", by: "emma") == ["emma: buddies.pair"])
        #expect(scene.passes(hours: 2.5) == ["lila: buddies.pair"])
        scene.now += 22 * 3_600
        #expect(scene.tells("/buddy pass", by: "emma") == ["emma: buddies.passed"])
        #expect(scene.passes(hours: 2.6) == ["lila: buddies.left"])
        #expect(scene.passes(hours: 24) == [])
    }

    @Test("whoever leaves the cohort leaves their buddy, who reads it")
    func leave() {
        var scene = pair
        #expect(
            scene.tells("/leave", by: "lila") == ["lila: cohorts.left", "marcos: buddies.left"])
        #expect(scene.looking == ["marcos"])
    }
}
