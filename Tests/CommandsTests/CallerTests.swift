import Chat
import Cohorts
import Commands
import Dates
import Testing

@Suite struct CallerTests {
    private func caller(
        _ name: String, in room: RoomAddress, _ place: Place = .group(title: ""),
        authority: Authority = .member, world: World = CommandsTestScene().world
    ) -> Caller {
        let sender = Sender(
            CommandsTestScene.account(name), name: name, language: "pt", authority: authority)
        let incoming = Incoming(
            cause: Cause("console", "1"), sender: sender, room: room, place: place,
            content: .text("/help"), sentAt: CommandsTestScene.now)
        return Caller(incoming, in: world, knowledge: CommandsTestScene().knowledge)
    }

    private let other = RoomAddress(.console, "other")

    @Test("a platform's administrator moderates the cohort of that room and no other")
    func authority() {
        let room = CommandsTestScene.room
        #expect(caller("lila", in: room, authority: .administrator).role == .moderator)
        #expect(caller("lila", in: room, authority: .unknown).role == .learner)
        let home = CommandsTestScene.privateRoom("lila")
        #expect(caller("lila", in: home, .private, authority: .administrator).role == .learner)
        #expect(caller("emma", in: other).role == .learner)
        #expect(caller("olga", in: other).role == .owner)
    }

    @Test("a member's clock is their cohort's everywhere, a stranger's is the room's or UTC")
    func zone() {
        #expect(caller("lila", in: other).zone.name == "Asia/Kolkata")
        #expect(caller("nia", in: CommandsTestScene.room).zone.name == "Asia/Kolkata")
        #expect(caller("nia", in: other).zone == .utc)
    }

    @Test("the language is what was chosen, else the platform's idea")
    func language() {
        var scene = CommandsTestScene()
        scene.does("/profile language es", by: "lila")
        #expect(caller("lila", in: other, world: scene.world).language == "es")
        #expect(caller("marcos", in: other, world: scene.world).language == "pt")
    }
}
