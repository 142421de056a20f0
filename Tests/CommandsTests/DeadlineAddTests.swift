import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct DeadlineAddTests {
    @Test(
        "an instructor adds a deadline; what is missing or past is asked for",
        arguments: [
            ("/deadline add Quiz 2 | tomorrow 5pm", "ivan", "deadline.added -> deadlines.added"),
            ("/deadline add Quiz 2 tomorrow 5pm", "emma", "deadline.added -> deadlines.added"),
            (
                "/deadline add Quiz 2 | in 2 hours", "emma",
                "deadline.added -> deadlines.added-soon, "
                    + "deadlines.news-added, deadlines.news-added, deadlines.news-added"
            ),
            (
                "/deadline add Talk | every Wednesday 17:00", "ivan",
                "deadline.added -> deadlines.added"
            ),
            (
                "/deadline add Quiz 2 | tomorrow 5pm | sometimes", "ivan",
                "question.asked -> refusals.unreadable-words"
            ),
            ("/deadline add Quiz 2", "ivan", "question.asked -> questions.missing"),
            ("/deadline add Quiz 2 | yesterday", "ivan", "question.asked -> refusals.past"),
            ("/deadline add Quiz 2 | tomorrow 5pm", "lila", "-> refusals.not-allowed"),
        ])
    func add(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("a time without a zone is the cohort's, and leads that are past are not caught up with")
    func moment() {
        var scene = CommandsTestScene()
        scene.does("/deadline add Quiz 2 | tomorrow 5pm", by: "ivan")
        let added = scene.world.deadlines[ShortID(rawValue: "d11")]
        #expect(added?.dueAt == Date(timeIntervalSince1970: 1_795_519_800))
        #expect(added?.kind == .quiz)
        #expect(added?.remindedLeads == [7 * 86_400, 2 * 86_400])
    }

    @Test(
        "kind, leads, link and repetition come in any order",
        arguments: [
            "quiz | 3d,6h | https://example.org/2 | weekly",
            "weekly | https://example.org/2 | quiz | 6h, 3d",
        ])
    func details(words: String) throws {
        var scene = CommandsTestScene()
        scene.does("/deadline add Review 2 | 10 Dec 17:00 | \(words)", by: "ivan")
        let added = try #require(scene.world.deadlines[ShortID(rawValue: "d11")])
        #expect(added.kind == .quiz)
        #expect(added.leads == [3 * 86_400, 6 * 3_600])
        #expect(added.link == "https://example.org/2")
        #expect(added.repeats?.rule == "FREQ=WEEKLY")
        #expect(added.repeats?.start == "2026-12-10T17:00:00")
        #expect(added.repeats?.zone == "Asia/Kolkata")
    }

    @Test("what reaches more than five people is shown first, and yes means the moment shown")
    func confirm() {
        var scene = CommandsTestScene()
        scene.does("/join", by: "nia")
        scene.does("/join", by: "tom")
        let asked = scene.does("/deadline add Quiz 2 | tomorrow 5pm", by: "ivan", privately: true)
        #expect(asked == "question.asked -> deadlines.confirm")
        scene.now += 3_600 * 9
        let added = scene.does("yes", by: "ivan", privately: true)
        #expect(
            added == "question.closed, deadline.added -> deadlines.added, deadlines.news-added")
        let due = scene.world.deadlines(of: CommandsTestScene.cohort, after: CommandsTestScene.now)
        #expect(due.first?.dueAt == Date(timeIntervalSince1970: 1_795_519_800))
    }

    @Test(
        "the cohort's other rooms hear of it, on whichever platform; the one that read the answer does not"
    )
    func rooms() throws {
        var scene = CommandsTestScene()
        let other = RoomAddress(.discord, "5")
        scene.happen([RoomBound(room: other, cohort: CommandsTestScene.cohort, title: "general")])
        for (here, there) in [(CommandsTestScene.room, other), (other, CommandsTestScene.room)] {
            let decision = try #require(
                scene.decide("/deadline add Quiz 2 | tomorrow 5pm", by: "ivan", in: here))
            let news = decision.messages.filter { $0.phrase.key == "deadlines.news-added" }
            #expect(news.map(\.to) == [.room(there)])
            scene.takesPlace(decision)
            let added = decision.events.compactMap { $0 as? DeadlineAdded }
            let id = try #require(added.first?.deadline.id)
            let undone = try #require(
                scene.decide("/deadline cancel \(id.rawValue)", by: "ivan", in: here))
            let gone = undone.messages.filter { $0.phrase.key == "deadlines.news-cancelled" }
            #expect(gone.map(\.to) == [.room(there)])
        }
        let privately = scene.decide(
            "/deadline add Quiz 3 | tomorrow 5pm", by: "ivan", privately: true)
        #expect(
            privately.outcome
                == "deadline.added -> deadlines.added, deadlines.news-added, deadlines.news-added")
    }
}
