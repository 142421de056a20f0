import Chat
import Cohorts
import Commands
import Testing

@Suite struct BuddyPauseTests {
    @Test("who pauses is not found, until they look again")
    func pause() {
        var scene = CommandsTestScene()
        #expect(scene.tells("/buddy pause", by: "lila") == ["lila: buddies.not-looking"])
        scene.tells("/buddy", by: "lila")
        #expect(scene.does("/buddy pause", by: "lila") == "buddy.paused -> buddies.paused")
        #expect(scene.tells("/buddy", by: "marcos") == ["marcos: buddies.looking"])
        #expect(
            scene.tells("/buddy", by: "lila") == ["lila: buddies.pair", "marcos: buddies.pair"])
    }

    @Test("a pair is not ended by a pause; the answer says how it is")
    func together() {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos"] { scene.tells("/buddy", by: name) }
        let answer = scene.decide("/buddy pause", by: "lila")
        #expect(answer.outcome == "-> buddies.has-found")
        #expect(
            answer?.messages.first?.buttons.first?.first?.data.hasPrefix("/buddy pass b") == true)
    }
}
