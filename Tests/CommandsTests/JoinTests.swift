import Cohorts
import HashTreeCollections
import Testing

@Suite struct JoinTests {
    @Test(
        "joining needs a cohort that exists and somebody who is not in it",
        arguments: [
            ("/join", "stranger", false, "member.joined -> cohorts.joined-next"),
            ("/join ML-101", "stranger", true, "member.joined -> cohorts.joined-next"),
            ("/join", "lila", false, "-> cohorts.already-in"),
            ("/join ML", "stranger", true, "-> cohorts.unknown"),
            ("/join", "stranger", true, "question.asked -> questions.missing"),
        ])
    func join(words: String, name: String, privately: Bool, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name, privately: privately) == outcome)
    }

    @Test("the name given when asked joins, and a stranger is a member afterwards")
    func asked() {
        var scene = CommandsTestScene()
        scene.does("/join", by: "stranger", privately: true)
        let outcome = scene.does("sample", by: "stranger", privately: true)
        #expect(outcome == "question.closed, member.joined -> cohorts.joined-next")
        let cohort = scene.world.cohorts[CommandsTestScene.cohort]
        #expect(cohort?.members[scene.person("stranger")] != nil)
    }
}
