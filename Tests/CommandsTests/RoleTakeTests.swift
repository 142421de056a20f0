import Testing

@Suite struct RoleTakeTests {
    @Test("a role given in chat is taken back once")
    func take() {
        var scene = CommandsTestScene()
        #expect(scene.does("/role take Ivan", by: "emma") == "role.given -> roles.taken")
        #expect(scene.does("/role take Ivan", by: "emma") == "-> roles.none-given")
        let outcome = scene.says("/deadline cancel d10", by: "ivan")
        #expect(outcome == "-> refusals.not-allowed")
    }

    @Test("a role that the cohort's file names is not chat's to take")
    func file() {
        let scene = CommandsTestScene()
        #expect(scene.says("/role take emma", by: "emma") == "-> roles.none-given")
        #expect(scene.says("/role take ivan", by: "lila") == "-> refusals.not-allowed")
    }
}
