import Chat
import Commands
import Testing

@Suite struct DeadlineListTests {
    @Test("a phone's worth of deadlines is shown, and that there are more")
    func pages() throws {
        var scene = CommandsTestScene()
        #expect(scene.says("/deadline", by: "lila") == "-> deadlines.list")
        for day in 1...8 { scene.does("/deadline add Quiz \(day) | \(day) Dec 18:00", by: "ivan") }
        #expect(scene.says("/deadline list", by: "lila") == "-> deadlines.list-more")
        let decision = try #require(scene.decide("/deadline list", by: "lila"))
        #expect(decision.messages[0].phrase.values["more"] == .number(1))
    }

    @Test("what one has handed in is ticked off in private alone")
    func handedIn() throws {
        var scene = CommandsTestScene()
        scene.handIn(["lila"])
        for (privately, key) in [(true, "deadlines.line-done"), (false, "deadlines.line")] {
            let decision = try #require(
                scene.decide("/deadline list", by: "lila", privately: privately))
            guard case .lines(let lines) = decision.messages[0].phrase.values["lines"] else {
                Issue.record("no lines")
                continue
            }
            #expect(lines.map(\.key) == [key])
        }
    }
}
