import FoundationEssentials
import Testing

@Suite struct DeadlineNextTests {
    @Test("the next deadline, with a word about what comes close behind it")
    func next() {
        var scene = CommandsTestScene()
        #expect(scene.says("/deadline next", by: "lila") == "-> deadlines.next")
        scene.does("/deadline add Quiz 2 | 28 Nov 18:00", by: "ivan")
        #expect(scene.says("/deadline next", by: "lila") == "-> deadlines.next-close")
    }

    @Test("a cancelled or past deadline is not next")
    func none() {
        var scene = CommandsTestScene()
        scene.now = CommandsTestScene.now.addingTimeInterval(5 * 86_400)
        #expect(scene.says("/deadline next", by: "lila") == "-> deadlines.none")
        scene.now = CommandsTestScene.now
        scene.does("/deadline cancel d10", by: "ivan")
        #expect(scene.says("/deadline next", by: "lila") == "-> deadlines.none")
    }
}
