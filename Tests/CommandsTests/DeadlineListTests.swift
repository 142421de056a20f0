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

    @Test("three in 48 hours are pointed out, and a number of days or a cohort narrows the list")
    func narrowed() throws {
        var scene = CommandsTestScene()
        for hour in [10, 14, 18] {
            scene.does("/deadline add Quiz \(hour) | 2 Dec \(hour):00", by: "ivan")
        }
        let list = try #require(scene.decide("/deadline list", by: "lila")).messages[0]
        guard case .phrase(let clash) = list.phrase.values["clash"] else {
            Issue.record("no clash")
            return
        }
        #expect(clash.values["count"] == .number(3))
        let near = try #require(scene.decide("/deadline list 5 days", by: "lila")).messages[0]
        guard case .lines(let lines) = near.phrase.values["lines"] else {
            Issue.record("no lines")
            return
        }
        #expect(lines.count == 1)
        #expect(scene.says("/deadline list 1", by: "lila") == "-> deadlines.none-within")
        #expect(
            scene.says("/deadline list ml-101", by: "lila", privately: true) == "-> deadlines.list")
        #expect(scene.says("/deadline list nowhere", by: "lila") == "-> cohorts.unknown")
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
