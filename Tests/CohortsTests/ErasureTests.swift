import Chat
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("Forgetting a person")
struct ErasureTests {
    private let lila = PersonID(rawValue: "p10")
    private let emma = PersonID(rawValue: "p11")
    private let cohort = CohortID(rawValue: "ml")
    private let now = EventSamples.now
    private let group = RoomAddress(.telegram, "-100")

    private func id(_ text: String) -> ShortID { ShortID(rawValue: text) }

    /// Two people who did everything there is, to each other.
    private var world: World {
        var world = World()
        func apply(_ events: any Event...) { for event in events { event.apply(to: &world) } }
        for (person, number, name) in [(lila, 1001, "Lila Q."), (emma, 1002, "Emma R.")] {
            let account = Account(.telegram, "\(number)")
            apply(
                PersonMet(
                    id: person, account: account, name: name, language: "pt", at: now,
                    number: number),
                PrivateRoomOpened(id: person, room: RoomAddress(.telegram, "\(number)")))
        }
        apply(
            CohortFounded(id: cohort, name: "ML", at: now),
            CohortFileRead(
                id: cohort,
                values: [
                    "members.telegram:1001.name": "Lila Q.", "zone": "UTC",
                    "moderators": "telegram:1001, telegram:1002", "owners": "telegram:10011",
                ],
                roles: [
                    Account(.telegram, "1001"): .moderator, Account(.telegram, "1002"): .moderator,
                ]))
        for (index, person) in [lila, emma].enumerated() {
            let other = index == 0 ? emma : lila
            let name = index == 0 ? "Lila Q." : "Emma R."
            let words = "secret of \(name)"
            apply(
                MemberJoined(cohort: cohort, person: person, at: now),
                RoleGiven(cohort: cohort, person: person, role: .instructor),
                DeadlineAdded(
                    deadline: Deadline(
                        id: id("d\(index)"), cohort: cohort, title: "Quiz \(index)", kind: .quiz,
                        dueAt: now, addedBy: person, addedAt: now), number: 50),
                RoundPlanned(
                    round: Round(
                        id: id("n\(index)"), cohort: cohort, assignment: id("d\(index)"),
                        reviewsPerWork: 1, seed: 7, closesAt: nil, state: .planned,
                        plannedBy: person), number: 51),
                ReminderAdded(
                    reminder: Reminder(
                        id: id("r\(index)"), person: person, text: words, at: now,
                        room: RoomAddress(.telegram, "100\(index + 1)"), addedAt: now), number: 52),
                WorkHandedIn(
                    id: id("w\(index)"), cohort: cohort, assignment: id("d0"), author: person,
                    content: words, at: now, number: 53),
                RoundStarted(
                    id: id("n0"), seed: 7,
                    reviews: [
                        Review(
                            id: id("v\(index)"), round: id("n0"), work: id("w\(1 - index)"),
                            reviewer: person),
                        Review(
                            id: id("u\(index)"), round: id("n0"), work: id("w\(1 - index)"),
                            reviewer: person),
                    ], number: 54),
                RoundPairParted(id: id("n0"), one: person, other: other, reason: words),
                ReviewersToldLater(
                    id: id("n0"),
                    later: [lila, emma].map {
                        LaterNews(person: $0, until: now, news: ReviewerNews(isNudge: true))
                    }, spared: [lila, emma].map { Round.Spared(person: $0, until: now) }),
                ReviewSent(id: id("v\(index)"), comment: "good", score: 80, at: now),
                ThreadOpened(
                    thread: Thread(
                        id: id("q\(index)"), cohort: cohort, question: "open \(words)",
                        askedBy: person, askedByName: name, room: group, askedAt: now,
                        language: "en", answer: nil, isPosted: true), number: 55),
                ThreadOpened(
                    thread: Thread(
                        id: id("a\(index)"), cohort: cohort, question: "Which book?",
                        askedBy: person, askedByName: name,
                        room: RoomAddress(.telegram, "100\(index + 1)"), askedAt: now,
                        language: "en",
                        answer: Thread.Answer(
                            text: "The red one.", byName: index == 0 ? "Emma R." : "Lila Q.",
                            at: now), isPosted: true), number: 56),
                QuestionAsked(
                    question: Question(
                        person: person, room: group, command: "remind", given: ["text": words],
                        field: "when", askedAt: now)),
                JobStarted(
                    job: Job(
                        id: id("j\(index)"),
                        task: .match(round: id("n0"), seed: 7, start: false), person: person,
                        room: group, replyTo: nil, startedAt: now), number: 57),
                RoomClosed(room: RoomAddress(.telegram, "100\(index + 1)"), isClosed: true),
                MessagesOwed(messages: [
                    "1.\(index)": Outgoing(
                        to: .person(person, fallback: nil), Phrase("x", ["a": .user(words)])),
                    "2.\(index)": Outgoing(
                        to: .room(group), reader: person, Phrase("x", ["a": .user(words)])),
                    "3.\(index)": Outgoing(
                        to: .person(other, fallback: group), reader: other,
                        Phrase(
                            "x",
                            [
                                "a": .user(words), "b": .user(name), "c": .user("kept"),
                                "d": .lines([
                                    Phrase(
                                        "y",
                                        [
                                            "e": .mention(
                                                Account(.telegram, "100\(index + 1)"), name: name)
                                        ]
                                    )
                                ]),
                            ]), buttons: [[Choice(Phrase("z", ["name": .user(name)]), "/x")]]),
                ]))
        }
        return world
    }

    /// Every line that a snapshot of it has.
    private func text(_ world: World) throws -> String {
        var text = ""
        for file in WorldSnapshot(world).files {
            try file.write { text += String(decoding: $0, as: UTF8.self) + "\n" }
        }
        return text
    }

    private var erased: World {
        var world = world
        PersonErased(id: lila, at: now).apply(to: &world)
        return world
    }

    @Test("nothing in the new world says who they were or what they kept for themselves")
    func gone() throws {
        let before = try text(world)
        let after = try text(erased)
        for word in ["Lila Q.", "secret of Lila", "telegram:1001\"", "telegram:1001.", "\"p10\""] {
            #expect(before.contains(word))
            #expect(!after.contains(word), "\(word)")
        }
        #expect(after.contains("telegram:10011"), "an account that only begins alike")
    }

    @Test("what others need stays, without the name")
    func kept() throws {
        let world = erased
        #expect(world.reviews[id("v0")]?.comment == "good")
        #expect(world.reviews[id("v0")]?.reviewer == Erasure.nobody)
        #expect(world.threads[id("a0")]?.question == "Which book?")
        #expect(world.threads[id("a0")]?.askedByName == "")
        #expect(world.threads[id("a0")]?.room == nil)
        #expect(world.threads[id("a1")]?.answer?.byName == "")
        #expect(world.threads[id("a1")]?.answer?.text == "The red one.")
        #expect(world.deadlines[id("d0")]?.title == "Quiz 0")
        #expect(world.rounds[id("n0")]?.plannedBy == Erasure.nobody)
        let owed = try #require(world.owed["3.0"])
        #expect(owed.phrase.values["c"] == .user("kept"))
        #expect(owed.phrase.values["b"] == .user(Erasure.blank))
    }

    @Test("what goes, goes: works with their reviews, open questions, reviews not yet given")
    func removed() {
        let world = erased
        #expect(world.works.keys.sorted() == [id("w1")])
        #expect(world.reviews.keys.sorted() == [id("v0")])
        #expect(world.threads[id("q0")] == nil)
        #expect(world.owed.keys.sorted() == ["1.1", "2.1", "3.0"])
        #expect(world.questions.count == 1)
        #expect(world.jobs.count == 1)
    }

    @Test("everybody else is as they were")
    func others() {
        let (before, after) = (world, erased)
        #expect(after.people[emma] == before.people[emma])
        #expect(after.reminders[id("r1")] == before.reminders[id("r1")])
        #expect(after.works[id("w1")] == before.works[id("w1")])
        #expect(after.threads[id("q1")] == before.threads[id("q1")])
        #expect(after.cohorts[cohort]?.members.count == 1)
        #expect(after.cohorts[cohort]?.givenRoles == [emma: .instructor])
        #expect(after.owed["1.1"] == before.owed["1.1"])
    }

    @Test("nobody is erased twice, and who comes again is somebody new")
    func again() throws {
        var world = erased
        let text = try text(world)
        PersonErased(id: lila, at: now).apply(to: &world)
        #expect(try self.text(world) == text)
        #expect(world.nextPerson > lila)
    }
}
