import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct DispatcherTests {
    private static let people: [(name: String, role: Role)] = [
        ("lila", .learner), ("ivan", .instructor), ("emma", .moderator), ("olga", .owner),
    ]

    @Test(
        "every command answers whoever may use it and refuses the others",
        arguments: Registry.all.cards)
    func rights(card: CommandCard) throws {
        for (name, role) in Self.people {
            for privately in [false, true] {
                let line = "/\(card.name)"
                let decision = try #require(
                    CommandsTestScene().decide(line, by: name, privately: privately))
                let key = decision.messages.first?.phrase.key ?? ""
                #expect(
                    key.hasPrefix("refusals.not-allowed") == (role < card.role), "\(line) \(name)")
                #expect(!decision.kind.isEmpty)
                if role < card.role { #expect(decision.isRead) }
            }
        }
    }

    @Test(
        "in a group the bot answers what is for it, and in private everything",
        arguments: [
            ("hello all", false, "silence"), ("!important: read this", false, "silence"),
            ("/", false, "silence"), ("!help", false, "-> help.overview"),
            ("hello", true, "-> help.plain-text"), ("", true, "-> help.plain-text"),
            ("/alarm", false, "-> refusals.did-you-mean"),
            ("/\(String(repeating: "x", count: 16_000))", true, "-> refusals.too-long"),
        ])
    func addressed(words: String, privately: Bool, outcome: String) {
        #expect(CommandsTestScene().says(words, by: "lila", privately: privately) == outcome)
    }

    @Test("a command whose fields came divided is the same as one that was typed")
    func divided() throws {
        let scene = CommandsTestScene()
        let typed = scene.decide("/deadline add Quiz 2 | tomorrow 5pm", by: "emma")
        let fields = ["title": "Quiz 2", "when": "tomorrow 5pm", "kind": " ", "other": "x"]
        let divided = scene.decide(.command("deadline add", fields: fields), by: "emma")
        #expect(divided.outcome == typed.outcome && divided?.messages == typed?.messages)
        let barred = scene.decide(
            .command("deadline add", fields: ["title": "a | b", "when": "tomorrow 5pm"]), by: "emma"
        )
        #expect(barred.outcome == typed.outcome)
        #expect(
            scene.decide(.command("ping", fields: [:]), by: "lila").outcome
                == scene.says("/ping", by: "lila"))
        #expect(
            scene.decide(.command("alarm", fields: [:]), by: "lila").outcome
                == scene.says("/alarm", by: "lila"))
        let long = String(repeating: "x", count: 16_001)
        #expect(
            scene.decide(.command("ask", fields: ["question": long]), by: "lila").outcome
                == "-> refusals.too-long")
    }

    @Test("what is for the asker's eyes only goes aside, where the platform has such a place")
    func aside() throws {
        let scene = CommandsTestScene()
        let aside = RoomAddress(.console, "aside")
        var incoming = Incoming(
            cause: Cause("console", "1"),
            sender: Sender(CommandsTestScene.account("lila"), name: "lila"),
            room: CommandsTestScene.room, place: .group(title: ""), content: .text("/profile show"),
            sentAt: CommandsTestScene.now)
        func places(_ incoming: Incoming) -> [RoomAddress?] {
            Dispatcher(
                incoming, world: scene.world, knowledge: scene.knowledge, now: incoming.sentAt,
                seed: 1
            ).decide()?.messages.map(\.aside) ?? []
        }
        #expect(places(incoming) == [nil])
        incoming.aside = aside
        #expect(places(incoming) == [aside])
        incoming.content = .text("/ping")
        #expect(places(incoming) == [nil])
    }

    @Test("in a group an answer to a question is a reply to it; other words are talk")
    func answer() {
        var scene = CommandsTestScene()
        scene.does("/ask", by: "lila")
        #expect(scene.says("How is lateness counted?", by: "lila") == "silence")
        let quote = Quote(message: "9", author: nil, authorName: "bot", text: "?", isOurs: true)
        let reply = scene.decide("How is lateness counted?", by: "lila", replyTo: quote)
        #expect(reply.outcome == "question.closed, thread.opened -> forum.posted-new")
        let other = scene.decide("How is lateness counted?", by: "marcos", replyTo: quote)
        #expect(other.outcome == "silence")
    }

    @Test("who is in two cohorts is asked once which one they mean")
    func cohorts() {
        var scene = CommandsTestScene()
        scene.happen([
            CohortFounded(id: CohortID(rawValue: "two"), name: "Two", at: scene.now),
            MemberJoined(
                cohort: CohortID(rawValue: "two"), person: scene.person("lila"), at: scene.now),
            CohortFounded(id: CohortID(rawValue: "closed"), name: "Closed", at: scene.now),
        ])
        let asked = scene.does("/deadline next", by: "lila", privately: true)
        #expect(asked == "question.asked -> questions.which-cohort")
        // Neither nonsense nor somebody else's cohort is an answer.
        for words in ["nonsense", "closed"] {
            let again = scene.says(words, by: "lila", privately: true)
            #expect(again == "question.asked -> questions.which-cohort")
        }
        let answered = scene.does("ML-101", by: "lila", privately: true)
        #expect(answered == "person.cohort, question.closed -> deadlines.next")
        #expect(scene.says("/deadline next", by: "lila", privately: true) == "-> deadlines.next")
    }

    @Test("a chat that moves, closes or opens is noted once")
    func rooms() {
        var scene = CommandsTestScene()
        let new = RoomAddress(.console, "new")
        scene.takesPlace(scene.decide(.moved(to: new), by: "lila"))
        #expect(scene.world.cohort(of: new) == CommandsTestScene.cohort)
        let removed = scene.decide(.botRemoved, by: "lila", in: new)
        #expect(removed.outcome == "room.closed -> ")
        scene.takesPlace(removed)
        #expect(scene.decide(.botRemoved, by: "lila", in: new).outcome == "silence")
        #expect(scene.decide(.botAdded, by: "lila", in: new).outcome == "room.closed -> ")
        let stranger = scene.decide(.botAdded, by: "lila", in: RoomAddress(.console, "third"))
        #expect(stranger.outcome == "-> cohorts.hello-room")
    }
}
