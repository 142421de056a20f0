import Testing

@Suite struct StartTests {
    @Test(
        "the first hello depends on who says it and where",
        arguments: [
            ("/start", "lila", false, "-> help.welcome-back"),
            ("/start", "stranger", false, "-> help.welcome-cohort"),
            ("/start", "stranger", true, "-> help.welcome"),
            ("/start nonsense", "stranger", true, "-> help.welcome"),
        ])
    func hello(words: String, name: String, privately: Bool, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name, privately: privately) == outcome)
    }

    @Test("a link that carries a cohort joins it, once")
    func link() {
        var scene = CommandsTestScene()
        let first = scene.does("/start sample", by: "stranger", privately: true)
        #expect(first == "member.joined -> cohorts.joined-next")
        let again = scene.does("/start sample", by: "stranger", privately: true)
        #expect(again == "-> cohorts.already-in")
    }
}
