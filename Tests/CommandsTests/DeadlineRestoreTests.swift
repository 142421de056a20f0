import Testing

@Suite struct DeadlineRestoreTests {
    @Test("a deadline that was taken away comes back; one that was not stays as it is")
    func restore() {
        var scene = CommandsTestScene()
        #expect(scene.says("/deadline restore d10", by: "ivan") == "-> deadlines.not-cancelled")
        scene.does("/deadline cancel d10", by: "ivan")
        #expect(scene.says("/deadline restore d10", by: "lila") == "-> refusals.not-allowed")
        #expect(
            scene.does("/deadline restore d10", by: "ivan").hasPrefix(
                "deadline.cancelled -> deadlines.restored, deadlines.news-restored"))
        #expect(scene.says("/deadline next", by: "lila") == "-> deadlines.next")
        #expect(scene.says("/deadline restore d99", by: "ivan") == "-> deadlines.unknown-none")
    }
}
