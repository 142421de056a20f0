import Chat
import Dates
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

    static let attachment = Attachment(
        id: "BQAC", name: "lila essay.pdf", mediaType: "application/pdf", size: 1_024)

    static let kept = KeptFile(
        digest: String(repeating: "ab", count: 32), name: "work-w14.pdf",
        mediaType: "application/pdf", size: 1_024)

    static let message = Outgoing(
        to: .room(room), reader: person, Phrase("pong"),
        buttons: [[Choice(Phrase("undo"), "/undo r12")]],
        replyTo: "5", asks: account)

    static let question = Question(
        person: person, room: room, command: "deadline add", given: ["title": "Quiz 2"],
        field: "when",
        options: ["tomorrow"], askedAt: now)

    static let questionWithFile = Question(
        person: person, room: room, command: "submit", given: ["assignment": "Quiz 2"],
        field: "work", askedAt: now, file: .kept(kept))

    static let messageWithFile = Outgoing(to: .room(room), Phrase("pong"), file: kept)

    static let all: [any Event] =
        people + reminding + cohorts + rooms + planned + standings + reminders + reviews + buddies
        + forum + messages + away + [
            PersonErased(id: person, at: now)
        ]

    /// Kinds that have a sample already, in their other forms.
    static let further: [any Event] = [
        JobStarted(
            job: Job(
                id: id("j18"),
                task: .fetch(
                    FileRequest(
                        file: .sent(attachment), limit: 20_971_520, command: "submit",
                        given: ["assignment": "Quiz 2"],
                        sender: Sender(account, name: "Lila", language: "pt"),
                        place: .group(title: "Study group"))), person: person, room: room,
                replyTo: "6", startedAt: now), number: 40),
        QuestionAsked(question: questionWithFile),
        MessagesOwed(messages: ["6.0": messageWithFile]),
    ]

    private static let people: [any Event] = [
        PersonMet(
            id: person, account: account, name: "Lila", language: "pt", at: now, number: 32),
        PersonRenamed(id: person, name: "Lila M."),
        PrivateRoomOpened(id: person, room: RoomAddress(.telegram, "1001")),
        ZoneChosen(id: person, zone: "Europe/Lisbon"),
        LanguageChosen(id: person, language: "pt"),
        CurrentCohortChosen(id: person, cohort: cohort),
        LinkCodeMade(
            id: person, link: LinkCode(code: "7KQ4-MX2P", expiresAt: now.addingTimeInterval(600))),
        PersonLinked(id: person, other: PersonID(rawValue: "p33"), at: now),
    ]

    static let quiet = QuietHours(from: 1_320, until: 420)
    static let digest = Digest(every: .weekly, minute: 480)

    private static let reminding: [any Event] = [
        LeadsChosen(id: person, leads: [86_400], at: now),
        QuietChosen(id: person, quiet: quiet),
        DigestChosen(id: person, digest: digest, next: now.addingTimeInterval(60), at: now),
        DigestDecided(id: person, next: now.addingTimeInterval(86_400)),
        MentionChosen(id: person, isAllowed: true),
    ]

    static let repetition = Repetition(
        Series(
            start: LocalTime(year: 2026, month: 11, day: 30, hour: 18) ?? Zone.utc.local(now),
            zone: .utc, rule: Recurrence(.weekly, days: [.init(.monday)])),
        isPersonal: false, nominal: now)

    private static let standings: [any Event] = [
        DeadlineTold(
            id: deadline.id,
            people: [
                .init(person: person, leads: [3_600], nudges: [now.addingTimeInterval(600)])
            ]),
        DeadlineDone(id: deadline.id, person: person, at: now),
        DeadlineExtended(
            id: deadline.id, person: person, until: now.addingTimeInterval(172_800), at: now),
        DeadlineDetailed(
            id: deadline.id, title: "Quiz 2b", type: .quiz, leads: [7_200],
            link: "https://example.org/quiz",
            origin: Deadline.Origin(uid: "quiz-2@lms", sequence: 3, modified: now)),
        DeadlineRepeated(id: deadline.id, next: followingDeadline, number: 41),
    ]

    private static var followingDeadline: Deadline {
        var next = Deadline(
            id: id("d19"), cohort: cohort, title: "Quiz 2", kind: .quiz,
            dueAt: now.addingTimeInterval(604_800), addedBy: person, addedAt: now)
        next.leads = [3_600]
        next.link = "https://example.org/quiz"
        next.repeats = repetition
        return next
    }

    private static let reminders: [any Event] = [
        ReminderRestored(id: reminder.id, at: now.addingTimeInterval(60)),
        ReminderEdited(
            id: reminder.id, text: "walk", at: now.addingTimeInterval(120), followsClock: true,
            repeats: repetition),
        ReminderRepeated(
            id: reminder.id, next: now.addingTimeInterval(300), again: now.addingTimeInterval(90)),
        ReminderMoved(
            id: reminder.id, at: now.addingTimeInterval(240), again: now.addingTimeInterval(80)),
        ReminderSnoozed(id: reminder.id, until: now.addingTimeInterval(70)),
        RemindersForgotten(ids: [id("r99")]),
    ]

    private static let cohorts: [any Event] = [
        CohortFounded(id: cohort, name: "ML", at: now),
        CohortSettingsChanged(
            id: cohort,
            settings: CohortSettings(
                name: "ML", course: "Machine learning", lms: "Moodle", zone: "Europe/Lisbon",
                language: "pt", leads: [86_400, 3_600], reviewsPerWork: 2, quiet: quiet,
                digest: digest, starts: "2026-11-16", ends: "2027-01-31")),
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
        DeadlineMoved(id: deadline.id, dueAt: now, pastLeads: [86_400], at: now),
        DeadlineCancelled(id: deadline.id, isCancelled: true),
        DeadlineReminded(id: deadline.id, leads: [3_600]),
        ReminderAdded(reminder: reminder, number: 34),
        ReminderFired(id: reminder.id, at: now),
        ReminderDeleted(id: reminder.id, at: now),
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
        WorkFileHandedIn(
            id: id("w14"), cohort: cohort, assignment: deadline.id, author: person, file: kept,
            content: "My essay", at: now, number: 41),
        RoundPlanned(
            round: Round(
                id: id("n15"), cohort: cohort, assignment: deadline.id, reviewsPerWork: 2, seed: 7,
                closesAt: now, state: .planned, plannedBy: person), number: 37),
        RoundStarted(
            id: id("n15"), seed: .max,
            reviews: [
                Review(id: id("v16"), round: id("n15"), work: id("w14"), reviewer: person)
            ], number: 38, at: now, closesAt: now.addingTimeInterval(60), room: room),
        ReviewSent(id: id("v16"), comment: "Clear.", score: 80, at: now),
        ReviewOpened(id: id("v16"), at: now),
        ReviewDrafted(id: id("v16"), draft: "Clear.", score: 80, points: [4]),
        ReviewJudged(id: id("v16"), verdict: .unfair, appeal: "Not mine."),
        RoundNudged(id: id("n15"), at: now),
        RoundVolunteered(id: id("n15"), person: person),
        RoundReassigned(
            id: id("n15"), withdrawn: [id("v16")],
            added: [Review(id: id("v19"), round: id("n15"), work: id("w14"), reviewer: person)],
            isRelease: true, at: now, number: 41),
        RoundPairChosen(id: id("n15"), reviewer: person, author: PersonID(rawValue: "p11")),
        RoundExtended(id: id("n15"), closesAt: now.addingTimeInterval(900), at: now),
        RoundClosed(id: id("n15"), at: now),
        ReviewsTold(id: id("n15"), at: now),
        RoundPairParted(
            id: id("n15"), one: person, other: PersonID(rawValue: "p11"), reason: "My sister."),
        ReviewersToldLater(
            id: id("n15"),
            later: [
                LaterNews(
                    person: person, until: now.addingTimeInterval(60),
                    news: ReviewerNews(isNudge: true, gone: [id("v16")], added: [id("v19")]))
            ], spared: [Round.Spared(person: person, until: now.addingTimeInterval(90))]),
        ReviewAsked(id: id("v16"), question: id("q20"), number: 42),
    ]

    private static let buddies: [any Event] = [
        BuddySought(cohort: cohort, person: person, at: now),
        BuddyPaused(cohort: cohort, person: PersonID(rawValue: "p11")),
        BuddiesBrought(
            cohort: cohort,
            groups: [
                BuddyGroup(
                    id: id("b1a"), members: [person, PersonID(rawValue: "p11")], since: now,
                    pairing: id("b1a"), by: person, third: person)
            ], number: 42),
        BuddyPassed(cohort: cohort, id: id("b1a"), person: PersonID(rawValue: "p11")),
        BuddiesTakenBack(cohort: cohort, pairing: id("b19")),
        BuddiesToldLater(
            cohort: cohort,
            later: [
                LaterBuddyNews(
                    person: person, until: now, group: id("b1a"), left: PersonID(rawValue: "p11"),
                    said: [.init(by: PersonID(rawValue: "p11"), words: "Hi!")], isAlone: true)
            ]),
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
        ThreadsImported(
            threads: [
                Thread(
                    id: id("q18"), cohort: cohort, question: "I looked everywhere.",
                    askedBy: person,
                    askedByName: "Lila", room: room, askedAt: now, language: "en",
                    answer: Thread.Answer(text: "In the LMS.", byName: "Emma", at: now),
                    isPosted: true, title: "Where is quiz 2?", tags: ["quiz"],
                    source: "discourse:17")
            ], number: 40, attested: ForumAttestation(by: person, at: now), source: "discourse"),
        ThreadThanked(id: id("q18"), question: id("q17")),
        ThreadMerged(id: id("q17"), into: id("q18")), ThreadRemoved(id: id("q17")),
        ThreadMadeEntry(id: id("q18"), name: "quiz-2"),
        HintsHeld(cohort: cohort, person: person, thread: "q18", until: now, all: now),
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
