import Chat
import Commands
import Testing

@Suite struct CohortShowTests {
    @Test("the settings say where each value comes from")
    func show() throws {
        let scene = CommandsTestScene()
        let decision = try #require(scene.decide("/cohort", by: "lila"))
        let phrase = decision.messages[0].phrase
        #expect(phrase.key == "cohorts.show")
        #expect(phrase.values["members"] == .number(4))
        guard case .lines(let lines) = phrase.values["lines"] else {
            Issue.record("no lines")
            return
        }
        let origins = Dictionary(
            uniqueKeysWithValues: lines.map { ($0.values["name"], $0.values["origin"]) })
        #expect(
            origins[.phrase(Phrase("cohorts.setting-zone"))]
                == .phrase(Phrase("cohorts.from-chat")))
        #expect(
            origins[.phrase(Phrase("cohorts.setting-leads"))]
                == .phrase(Phrase("cohorts.from-default")))
    }

    @Test("where there is no cohort, it says how to get one")
    func none() {
        let scene = CommandsTestScene()
        let outcome = scene.says("/cohort show", by: "stranger", privately: true)
        #expect(outcome == "-> refusals.no-cohort-private")
    }
}
