import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct RoleGiveTests {
    @Test(
        "a moderator gives a role to a member, by name",
        arguments: [
            ("/role give instructor Lila", "emma", "role.given -> roles.given"),
            ("/role give moderator @marcos", "emma", "role.given -> roles.given"),
            ("/role give owner lila", "emma", "question.asked -> questions.which"),
            ("/role give instructor nobody", "emma", "-> roles.nobody-called"),
            ("/role give instructor", "emma", "question.asked -> questions.missing"),
            ("/role give instructor lila", "ivan", "-> refusals.not-allowed"),
        ])
    func give(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("a reply names its author, who can then do what the role allows")
    func reply() {
        var scene = CommandsTestScene()
        let quote = Quote(
            message: "9", author: CommandsTestScene.account("lila"), authorName: "lila",
            text: "Hello", isOurs: false)
        scene.takesPlace(
            scene.decide("/role give instructor", by: "emma", replyTo: quote), by: "emma")
        let cancelled = scene.says("/deadline cancel d10", by: "lila")
        #expect(cancelled.hasPrefix("deadline.cancelled -> deadlines.cancelled"))
    }
}
