import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct DueDecisionTests {
    private func due(_ items: Agenda.Item..., in scene: CommandsTestScene) -> Decision? {
        DueDecision(world: scene.world, now: scene.now, zones: .system).decide(items)
    }

    private let quiz = Agenda.Item.deadline(CommandsTestScene.deadline)
    private let first = Agenda.Item.reminder(ShortID(rawValue: "r11"))

    @Test(
        "a reminder fires once, at its time, and says when it is late",
        arguments: [
            (59.0, "silence"), (60, "reminder.fired -> reminders.fired"),
            (180, "reminder.fired -> reminders.fired"),
            (181, "reminder.fired -> reminders.fired-late"),
        ])
    func reminder(seconds: Double, outcome: String) {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.now += seconds
        let decision = due(first, in: scene)
        #expect(decision.outcome == outcome)
        scene.takesPlace(decision)
        if decision != nil { #expect(due(first, in: scene).outcome == "silence") }
    }

    @Test("it comes in private, or by name in the room where no private chat is open")
    func place() throws {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.does("/remind in 1 minute stretch", by: "stranger")
        scene.now += 60
        let known = try #require(due(first, in: scene))
        #expect(known.messages[0].to == .person(scene.person("lila"), fallback: nil))
        #expect(
            known.messages[0].buttons.flatMap { $0.map(\.data) } == [
                "/done r11", "/reminders snooze r11 20m", "/reminders snooze r11 1h",
                "/reminders snooze r11 tomorrow",
            ])
        let other = try #require(due(.reminder(ShortID(rawValue: "r12")), in: scene))
        #expect(other.messages[0].to == .room(CommandsTestScene.room))
        #expect(other.messages[0].phrase.key == "reminders.fired-in-room")
    }

    @Test("a deadline's reminder comes to each learner in private, and to nobody who is done")
    func learners() throws {
        var scene = CommandsTestScene()
        scene.handIn(["marcos"])
        scene.does("/done Assignment 2", by: "ivan")
        scene.now += 2.5 * 86_400
        let decision = try #require(due(quiz, in: scene))
        #expect(
            decision.messages.map(\.to)
                == ["lila", "emma"].map {
                    .person(scene.person($0), fallback: nil)
                })
        scene.takesPlace(decision)
        #expect(due(quiz, in: scene) == nil)
    }

    @Test("after downtime one reminder of a deadline comes, not one for every lead")
    func leads() {
        var scene = CommandsTestScene()
        // Seven days before was before it was set: noted, and nobody is told.
        #expect(due(quiz, in: scene).outcome == "deadline.reminded -> ")
        scene.now += 3.9 * 86_400
        let decision = due(quiz, in: scene)
        #expect(
            decision?.messages.map(\.phrase.key)
                == Array(repeating: "deadlines.reminder-late", count: 4))
        scene.takesPlace(decision)
        #expect(due(quiz, in: scene).outcome == "silence")
    }

    @Test("in the room one word is for all who have no private chat, and names nobody")
    func unreached() throws {
        var scene = CommandsTestScene()
        scene.does("/join", by: "nia")
        scene.now += 2.5 * 86_400
        let decision = try #require(due(quiz, in: scene))
        let inRoom = decision.messages.filter { $0.to == .room(CommandsTestScene.room) }
        #expect(inRoom.map(\.phrase.key) == ["deadlines.reminder-room"])
        #expect(decision.messages.count == 5)
    }

    @Test("a cancelled deadline is silent; one that passed unsaid is named once")
    func over() {
        var scene = CommandsTestScene()
        scene.now += 5 * 86_400
        #expect(
            due(quiz, in: scene)?.messages.map(\.phrase.key)
                == Array(repeating: "deadlines.missed", count: 4))
        scene.does("/deadline cancel d10", by: "ivan")
        #expect(due(quiz, in: scene).outcome == "silence")
    }

    @Test("what somebody missed comes in one message, soonest first")
    func together() throws {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.does("/remind in 2 days call home", by: "lila")
        scene.now += 4.5 * 86_400
        let items = [quiz, first, .reminder(ShortID(rawValue: "r12"))]
        let decision = try #require(
            DueDecision(world: scene.world, now: scene.now, zones: .system).decide(items))
        let toLila = decision.messages.filter { $0.reader == scene.person("lila") }
        #expect(toLila.map(\.phrase.key) == ["reminders.missed"])
        guard case .lines(let lines) = toLila.first?.phrase.values["lines"] else {
            Issue.record("no lines")
            return
        }
        #expect(
            lines.map(\.key) == [
                "reminders.missed-line", "reminders.missed-line", "deadlines.missed-over",
            ])
    }

    @Test(
        "quiet hours move a reminder to their end, and one whose deadline is before that to just before them"
    )
    func quiet() throws {
        var scene = CommandsTestScene()
        // 15:31 in Kolkata; the deadline is due at 18:00 there, four days on.
        scene.does("/quiet 15:00-16:00", by: "lila")
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.now += 60
        let postponed = due(first, in: scene)
        #expect(postponed.outcome == "reminder.moved -> ")
        scene.takesPlace(postponed)
        scene.now += 29 * 60
        #expect(due(first, in: scene).outcome == "reminder.fired -> reminders.fired")

        scene.does("/quiet 11:30-19:00", by: "lila")
        let start = CommandsTestScene.now + 4 * 86_400 - 4 * 3_600 - 60
        scene.now = start - 3_600
        let look = due(.own(CommandsTestScene.deadline, scene.person("lila")), in: scene)
        scene.takesPlace(look)
        let nudges = scene.world.standing(
            of: scene.person("lila"), towards: CommandsTestScene.deadline
        ).nudges
        #expect(nudges == [start - 300])
    }

    @Test("a chat that is closed holds its reminders until it opens again")
    func closed() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.does("/remind in 2 minutes call", by: "lila")
        let room = CommandsTestScene.privateRoom("lila")
        scene.happen([RoomClosed(room: room, isClosed: true)])
        scene.now += 600
        let both = [first, Agenda.Item.reminder(ShortID(rawValue: "r12"))]
        #expect(DueDecision(world: scene.world, now: scene.now, zones: .system).decide(both) == nil)
        scene.happen([RoomClosed(room: room, isClosed: false)])
        #expect(
            DueDecision(world: scene.world, now: scene.now, zones: .system).decide(both).outcome
                == "reminder.fired, reminder.fired -> reminders.missed")
    }

    @Test("a repeating reminder keeps its hour when the clocks change, and skips what was missed")
    func repeating() throws {
        var scene = CommandsTestScene()
        scene.does("/profile zone Europe/London", by: "lila")
        // 2027-03-27, the day before summer time
        scene.now = Date(timeIntervalSince1970: 1_806_170_000)
        scene.does("/remind every day at 18:00 study", by: "lila")
        let id = try #require(scene.world.waitingReminders(of: scene.person("lila")).first?.id)
        var hours: [String] = []
        for _ in 0..<3 {
            scene.now = try #require(scene.world.reminders[id]?.next)
            hours.append(scene.now.formatted(.iso8601))
            scene.takesPlace(due(.reminder(id), in: scene))
        }
        #expect(
            hours == ["2027-03-27T18:00:00Z", "2027-03-28T17:00:00Z", "2027-03-29T17:00:00Z"])
        scene.now += 10.5 * 86_400
        let late = due(.reminder(id), in: scene)
        #expect(late.outcome == "reminder.repeated -> reminders.fired-late")
        scene.takesPlace(late)
        #expect(scene.world.reminders[id]?.next.formatted(.iso8601) == "2027-04-09T17:00:00Z")
    }

    @Test("a reminder that ended a week ago is forgotten")
    func forgotten() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.now += 60
        scene.takesPlace(due(first, in: scene))
        let forget = Agenda.Item.forget(ShortID(rawValue: "r11"))
        scene.now += 6 * 86_400
        #expect(due(forget, in: scene) == nil)
        scene.now += 86_400
        scene.takesPlace(due(forget, in: scene))
        #expect(scene.world.reminders.isEmpty)
    }

    @Test("what is due is divided into commits, and nobody's between two of them")
    func batches() {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos", "emma"] {
            for _ in 0..<90 { scene.does("/remind in 1 minute stretch", by: name) }
        }
        let items = scene.world.reminders.keys.map { Agenda.Item.reminder($0) }
        #expect(DueDecision.batches(items, in: scene.world).count == 1)
        #expect(DueDecision.batches([], in: scene.world).isEmpty)
        let many = (0..<5_000).map { Agenda.Item.forget(ShortID(.reminder, $0)) } + items
        let batches = DueDecision.batches(many, in: scene.world)
        #expect(batches.map(\.count).reduce(0, +) == many.count)
        #expect(batches.allSatisfy { $0.count <= 1_000 })
    }

    @Test(
        "what is due for many is divided in the order in which people come up, of each everything")
    func division() {
        var scene = CommandsTestScene()
        func person(_ index: Int) -> PersonID { PersonID(rawValue: "p\(9_000 + index)") }
        // Two thousand people: of the first one 1,100 looks, of each other two, far apart.
        let owners = Array(repeating: 0, count: 550) + Array(0..<2_000)
        let all = owners + owners
        for (index, owner) in all.enumerated() {
            let id = ShortID(.reminder, 100_000 + index)
            ReminderAdded(
                reminder: Reminder(
                    id: id, person: person(owner), text: "stretch", at: scene.now,
                    room: CommandsTestScene.room, addedAt: scene.now),
                number: 100_000 + index
            ).apply(to: &scene.world)
        }
        let items = all.indices.map { Agenda.Item.reminder(ShortID(.reminder, 100_000 + $0)) }
        let batches = DueDecision.batches(items, in: scene.world)
        let people = batches.map { batch in
            batch.map { item -> PersonID? in
                guard case .reminder(let id) = item else { return nil }
                return scene.world.reminders.person(of: id)
            }
        }
        #expect(batches.flatMap(\.self).count == items.count)
        #expect(Set(batches.flatMap(\.self)) == Set(items))
        #expect(batches.map(\.count) == [1_102, 1_000, 1_000, 1_000, 998])
        for (index, batch) in people.enumerated() {
            for other in people[(index + 1)...] { #expect(Set(batch).isDisjoint(with: other)) }
        }
        #expect(people[1].first == person(1) && people[4].last == person(1_999))
    }

    @Test("people are told in the order in which they come up, each of everything in a row")
    func order() throws {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos", "lila", "emma", "marcos", "lila"] {
            scene.does("/remind in 1 minute stretch", by: name)
        }
        scene.now += 60
        let items = scene.world.reminders.keys.map { Agenda.Item.reminder($0) }
        let decision = try #require(
            DueDecision(world: scene.world, now: scene.now, zones: .system).decide(items))
        #expect(
            decision.messages.compactMap(\.reader)
                == ["lila", "lila", "lila", "marcos", "marcos", "emma"].map { scene.person($0) })
        #expect(
            decision.messages.map { $0.buttons[0][0].data } == [
                "/done r11", "/done r13", "/done r16", "/done r12", "/done r15", "/done r14",
            ])
    }

    @Test("what was missed in two groups is told in each of them by itself")
    func groups() throws {
        var scene = CommandsTestScene()
        let (stranger, other) = (scene.person("stranger"), RoomAddress(.telegram, "-1002"))
        for index in 0..<4 {
            let id = ShortID(.reminder, 200 + index)
            ReminderAdded(
                reminder: Reminder(
                    id: id, person: stranger, text: "read \(index)",
                    at: scene.now, room: index % 2 == 0 ? CommandsTestScene.room : other,
                    addedAt: scene.now),
                number: 200 + index
            ).apply(to: &scene.world)
        }
        scene.now += 3_600
        let items = (0..<4).map { Agenda.Item.reminder(ShortID(.reminder, 200 + $0)) }
        let decision = try #require(
            DueDecision(world: scene.world, now: scene.now, zones: .system).decide(items))
        #expect(decision.messages.map(\.to) == [.room(CommandsTestScene.room), .room(other)])
        let texts = decision.messages.map { message -> [Phrase.Value?] in
            guard case .lines(let lines) = message.phrase.values["lines"] else { return [] }
            return lines.map { $0.values["text"] }
        }
        #expect(
            texts == [[.user("read 0"), .user("read 2")], [.user("read 1"), .user("read 3")]])
    }
}
