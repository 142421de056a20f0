import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct DispatcherFilesTests {
    private let file = Attachment(id: "F", name: "Lila's essay.pdf", size: 100)

    private func quote(_ author: String) -> Quote {
        Quote(
            message: "m0", author: CommandsTestScene.account(author), authorName: author, text: "",
            isOurs: false, attachment: file)
    }

    @Test(
        "a file without a command is asked about in private and ignored in a group",
        arguments: [
            ("", true, "-> files.what-for"), ("my essay", true, "-> files.what-for"),
            ("", false, "silence"), ("my essay", false, "silence"),
        ])
    func bare(words: String, privately: Bool, outcome: String) {
        let scene = CommandsTestScene()
        #expect(
            scene.decide(words, by: "lila", privately: privately, with: file).outcome == outcome)
    }

    @Test("whoever has no command that takes a file is told so")
    func noCommand() {
        var scene = CommandsTestScene()
        scene.commands = Registry([Ping.self])
        let decision = scene.decide("", by: "lila", privately: true, with: file)
        #expect(decision.outcome == "-> files.no-command-here")
    }

    @Test("a command waits for its file: the job holds all that the answer needs")
    func job() throws {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide("/submit Assignment 2 | by me", by: "lila", with: file))
        let job = try #require(scene.world.jobs.values.first)
        guard case .fetch(let request) = job.task else {
            Issue.record("no fetch")
            return
        }
        #expect(request.file == .sent(file))
        #expect(request.limit == 20 << 20)
        #expect(request.given == ["assignment": "Assignment 2", "work": "by me"])
        #expect(job.replyTo == "m1")
        #expect(scene.fetches([1]) == "work.file-handed-in -> reviews.handed-in")
        #expect(scene.world.jobs.isEmpty)
    }

    @Test("a learner's own file counts when they reply to it, somebody else's does not")
    func replies() {
        let scene = CommandsTestScene()
        let own = scene.decide("/submit Assignment 2", by: "lila", replyTo: quote("lila"))
        #expect(own.outcome == "job.started -> ")
        let others = scene.decide("/submit Assignment 2", by: "lila", replyTo: quote("marcos"))
        #expect(others.outcome == "question.asked -> questions.missing")
    }

    @Test("a file answers the question for it, in a group only as a reply to it")
    func answer() {
        var scene = CommandsTestScene()
        scene.does("/submit Assignment 2", by: "lila")
        #expect(scene.decide("", by: "lila", with: file).outcome == "silence")
        var reply = quote("bot")
        (reply.isOurs, reply.attachment) = (true, nil)
        let answer = scene.decide("", by: "lila", replyTo: reply, with: file)
        #expect(answer.outcome == "question.closed, job.started -> ")
    }

    @Test("a file that came before the question is not forgotten by it")
    func question() {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide("/submit", by: "lila", privately: true, with: file))
        #expect(scene.world.questions.values.first?.file == .sent(file))
        // A bare file answers no question for words.
        let other = scene.decide("", by: "lila", privately: true, with: Attachment(id: "G"))
        #expect(other.outcome == "-> files.what-for")
        scene.takesPlace(scene.decide("d10", by: "lila", privately: true))
        #expect(scene.world.questions.isEmpty)
        #expect(scene.fetches([1, 2]) == "work.file-handed-in -> reviews.handed-in")
    }

    @Test("what waited for its file ends no question that was asked meanwhile")
    func meanwhile() {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide("/submit d10", by: "lila", with: file))
        scene.does("/remind", by: "lila")
        scene.fetches([1])
        #expect(scene.world.questions.count == 1)
    }

    @Test("a right that was lost meanwhile counts")
    func rights() {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide("/submit d10", by: "lila", with: file))
        scene.happen([MemberLeft(cohort: CommandsTestScene.cohort, person: scene.person("lila"))])
        #expect(scene.fetches([1]) == "-> cohorts.join-first")
        #expect(scene.world.works.isEmpty)
    }

    @Test("a file that came while the bot was away is fetched once it is still wanted")
    func missed() {
        var scene = CommandsTestScene()
        let held = HeldMessage(
            text: "/submit d10", sentAt: scene.now, message: "m1", replyTo: nil, attachment: file)
        let place = Question.Place(person: scene.person("lila"), room: CommandsTestScene.room)
        scene.happen([BacklogHeld(place: place, message: held)])
        #expect(scene.does("/missed do", by: "lila") == "backlog.settled, job.started -> ")
        #expect(scene.fetches([1]) == "work.file-handed-in -> reviews.handed-in")
    }

    @Test("of several files none is taken: nobody knows which counts")
    func several() {
        var scene = CommandsTestScene()
        let first = Attachment(id: "F", others: 2)
        let decision = scene.decide("/submit d10", by: "lila", with: first)
        #expect(decision.outcome == "-> files.one-only")
        #expect(decision?.messages[0].phrase.values["count"] == .number(3))
        scene.takesPlace(decision)
        #expect(scene.world.jobs.isEmpty)
    }
}
