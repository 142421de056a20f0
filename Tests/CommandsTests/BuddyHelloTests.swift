import Chat
import Cohorts
import Commands
import FoundationEssentials
import Testing

@Suite struct BuddyHelloTests {
    private var scene: CommandsTestScene {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos"] { scene.tells("/buddy", by: name) }
        return scene
    }

    @Test("words go to the other one, and only to them")
    func hello() {
        var scene = scene
        #expect(
            scene.tells("/buddy hello Shall we?", by: "lila")
                == ["lila: buddies.told", "marcos: buddies.said"])
        #expect(scene.tells("/buddy hello", by: "marcos") == ["marcos: questions.missing"])
        #expect(
            scene.tells("Gladly!", by: "marcos") == ["marcos: buddies.told", "lila: buddies.said"])
        #expect(scene.tells("/buddy hello Hi", by: "emma") == ["emma: buddies.none"])
        scene.tells("/buddy pass", by: "lila")
        #expect(scene.tells("/buddy hello Wait!", by: "marcos") == ["marcos: buddies.none"])
    }

    @Test("who sleeps reads it in the morning; so much and no more waits for them")
    func night() {
        var scene = scene
        scene.tells("/quiet 15:00-18:00", by: "marcos")
        #expect(scene.does("/buddy hello One", by: "lila") == "buddies.told-later -> buddies.told")
        for _ in 1..<20 { scene.tells("/buddy hello More", by: "lila") }
        #expect(scene.tells("/buddy hello And more", by: "lila") == ["lila: buddies.enough-said"])
        let morning = scene.passes(hours: 2.5)
        #expect(morning == Array(repeating: "marcos: buddies.said", count: 20))
        #expect(scene.passes(hours: 24) == [])
    }

    @Test("a book is too long")
    func long() {
        var scene = scene
        let words = String(repeating: "x", count: 1_001)
        #expect(scene.tells("/buddy hello \(words)", by: "lila") == ["lila: buddies.too-long"])
    }
}
