import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct LateDecisionTests {
    private let scene: CommandsTestScene

    init() { scene = CommandsTestScene() }

    private init(_ scene: CommandsTestScene) { self.scene = scene }

    private func late(
        _ words: String, by name: String = "lila", age: Double, isNoted: Bool = false
    ) -> String {
        let incoming = Incoming(
            cause: Cause("console", "1"),
            sender: Sender(CommandsTestScene.account(name), name: name),
            room: CommandsTestScene.room, place: .group(title: "ML-101"), content: .text(words),
            message: "m1", sentAt: scene.now.addingTimeInterval(-age), heardAt: scene.now)
        guard let meant = scene.decide(words, by: name) else { return "silence" }
        let decision = LateDecision(
            incoming, meant: meant,
            at: Question.Place(person: scene.person(name), room: CommandsTestScene.room),
            in: scene.world)
        return decision?.decide(isNoted: isNoted).outcome ?? "in time"
    }

    @Test(
        "older than ten minutes, what would change something is held and what asks is dropped",
        arguments: [
            ("/remind tomorrow 5pm tea", 600.0, "in time"),
            ("/remind tomorrow 5pm tea", 601, "backlog.held -> "),
            ("/deadline list", 601, "-> backlog.unanswered"),
            ("/remind", 601, "-> backlog.unanswered"), ("hello all", 601, "silence"),
        ])
    func old(words: String, age: Double, outcome: String) {
        #expect(late(words, age: age) == outcome)
    }

    @Test("a room is told once")
    func noted() { #expect(late("/deadline list", age: 601, isNoted: true) == "-> ") }

    @Test("more than twenty of one person in one room are not held")
    func bounded() {
        var scene = scene
        let place = Question.Place(person: scene.person("lila"), room: CommandsTestScene.room)
        for id in 0..<Backlog.most {
            scene.happen([
                BacklogHeld(
                    place: place,
                    message: HeldMessage(
                        text: "/leave", sentAt: scene.now, message: "\(id)", replyTo: nil))
            ])
        }
        let test = LateDecisionTests(scene)
        #expect(test.late("/remind tomorrow 5pm tea", age: 601) == "-> backlog.unanswered")
    }

    @Test("they are asked once about everything that is held, with buttons of at most 64 bytes")
    func question() throws {
        var scene = scene
        let place = Question.Place(person: scene.person("lila"), room: CommandsTestScene.room)
        scene.happen([
            BacklogHeld(
                place: place,
                message: HeldMessage(
                    text: "/leave", sentAt: scene.now, message: "1", replyTo: nil))
        ])
        let question = try #require(scene.world.backlogs[place]?.question)
        #expect(
            question.messages.first?.buttons.flatMap(\.self).map(\.data) == [
                "/missed do", "/missed drop",
            ])
        scene.happen(question.events)
        #expect(scene.world.backlogs[place]?.question == nil)
    }
}

extension Decision {
    fileprivate var outcome: String { Optional(self).outcome }
}
