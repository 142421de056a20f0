import Chat
import FoundationEssentials
import HashTreeCollections

@testable import Cohorts

/// One event of every kind, with every optional value present so that a round trip can lose nothing unseen.
enum EventSamples {
    static let now = Date(timeIntervalSince1970: 1_795_428_000)
    static let account = Account(.telegram, "1001")
    static let room = RoomAddress(.telegram, "-100123", topic: "17")
    static let person = PersonID(rawValue: "p10")
    static let cohort = CohortID(rawValue: "ml")

    static func id(_ text: String) -> ShortID { ShortID(rawValue: text) }

    static let deadline = Deadline(
        id: id("d11"), cohort: cohort, title: "Quiz 2", kind: .quiz,
        dueAt: now.addingTimeInterval(86_400),
        addedBy: person, addedAt: now)

    static let reminder = Reminder(
        id: id("r12"), person: person, text: "stretch 🧘 \u{202B}עברית",
        at: now.addingTimeInterval(60),
        room: room, addedAt: now)

    static let message = Outgoing(
        to: .room(room), reader: person, Phrase("pong"),
        buttons: [[Choice(Phrase("undo"), "/undo r12")]],
        replyTo: "5", asks: account)

    static let question = Question(
        person: person, room: room, command: "deadline add", given: ["title": "Quiz 2"],
        field: "when",
        options: ["tomorrow"], askedAt: now)

    static let all: [any Event] =
        people + cohorts + rooms + planned + reviews + forum + messages + away + [
            PersonErased(id: person, at: now)
        ]

    private static let people: [any Event] = [
        PersonMet(
            id: person, account: account, name: "Lila", language: "pt", at: now, number: 32),
        PersonRenamed(id: person, name: "Lila M."),
        PrivateRoomOpened(id: person, room: RoomAddress(.telegram, "1001")),
        ZoneChosen(id: person, zone: "Europe/Lisbon"),
        LanguageChosen(id: person, language: "pt"),
        CurrentCohortChosen(id: person, cohort: cohort),
    ]

    private static let cohorts: [any Event] = [
        CohortFounded(id: cohort, name: "ML", at: now),
        CohortSettingsChanged(
            id: cohort,
            settings: CohortSettings(
                name: "ML", course: "Machine learning", lms: "Moodle", zone: "Europe/Lisbon",
                language: "pt", leads: [86_400, 3_600], reviewsPerWork: 2)),
        CohortFileRead(id: cohort, values: ["zone": "Europe/Lisbon"], roles: [account: .moderator]),
        MemberJoined(cohort: cohort, person: person, at: now),
        MemberLeft(cohort: cohort, person: person),
        RoleGiven(cohort: cohort, person: person, role: .instructor),
    ]

    private static let rooms: [any Event] = [
        RoomBound(room: room, cohort: cohort, title: "Study group"),
        RoomUnbound(room: room),
        RoomClosed(room: room, isClosed: true),
        RoomMoved(from: room, to: RoomAddress(.telegram, "-100456")),
        InvitationMade(invitation: Invitation(code: "k7m2", cohort: cohort, expiresAt: now)),
        InvitationUsed(code: "k7m2"),
    ]

    private static let planned: [any Event] = [
        DeadlineAdded(deadline: deadline, number: 33),
        DeadlineMoved(id: deadline.id, dueAt: now, pastLeads: [86_400]),
        DeadlineCancelled(id: deadline.id, isCancelled: true),
        DeadlineReminded(id: deadline.id, leads: [3_600]),
        ReminderAdded(reminder: reminder, number: 34),
        ReminderFired(id: reminder.id),
        ReminderDeleted(id: reminder.id),
        JobStarted(
            job: Job(
                id: id("j13"), task: .match(round: id("n15"), seed: .max, start: true),
                person: person, room: room, replyTo: "6", startedAt: now), number: 35),
        JobFinished(id: id("j13")),
    ]

    private static let reviews: [any Event] = [
        WorkHandedIn(
            id: id("w14"), cohort: cohort, assignment: deadline.id, author: person,
            content: "https://example.org/essay", at: now, number: 36),
        RoundPlanned(
            round: Round(
                id: id("n15"), cohort: cohort, assignment: deadline.id, reviewsPerWork: 2, seed: 7,
                closesAt: now, state: .planned, plannedBy: person), number: 37),
        RoundStarted(
            id: id("n15"), seed: .max,
            reviews: [
                Review(id: id("v16"), round: id("n15"), work: id("w14"), reviewer: person)
            ], number: 38),
        ReviewSent(id: id("v16"), comment: "Clear.", score: 80, at: now),
    ]

    private static let forum: [any Event] = [
        ThreadOpened(
            thread: Thread(
                id: id("q17"), cohort: cohort, question: "Where is quiz 2?", askedBy: person,
                askedByName: "Lila", room: room, askedAt: now, language: "en", answer: nil,
                isPosted: false), number: 39),
        ThreadPosted(id: id("q17")),
        ThreadAnswered(
            id: id("q17"), answer: Thread.Answer(text: "In the LMS.", byName: "Emma", at: now)),
    ]

    private static let away: [any Event] = [
        BacklogHeld(
            place: Question.Place(person: person, room: room),
            message: HeldMessage(
                text: "/done Quiz 1", sentAt: now, message: "77",
                replyTo: Quote(
                    message: "76", author: account, authorName: "Lila", text: "?", isOurs: false))),
        BacklogAsked(place: Question.Place(person: person, room: room)),
        BacklogSettled(place: Question.Place(person: person, room: room)),
        MessageWaits(
            waiting: WaitingMessage(key: "7.0", person: person, message: lastingMessage, since: now)
        ),
        WaitingReleased(person: person, at: now),
    ]

    static let lastingMessage = Outgoing(
        to: .person(person, fallback: room), reader: person, Phrase("pong"), urgency: .broadcast,
        expires: now.addingTimeInterval(60))

    private static let messages: [any Event] = [
        MessageSent(key: "5.0", message: "99"),
        MessagesOwed(messages: ["6.0": message]),
        MessageGivenUp(key: "6.0", reason: "blocked"),
        QuestionAsked(question: question),
        QuestionClosed(place: Question.Place(person: person, room: room)),
    ]
}
