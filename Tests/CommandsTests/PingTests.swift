import Testing

@Suite struct PingTests {
    @Test("is answered in the group and in private, and changes nothing", arguments: [true, false])
    func pong(privately: Bool) {
        let scene = CommandsTestScene()
        #expect(scene.says("/ping", by: "lila", privately: privately) == "-> help.pong")
    }

    @Test("anything behind it is passed over")
    func words() {
        #expect(CommandsTestScene().says("/ping are you there", by: "emma") == "-> help.pong")
    }
}
