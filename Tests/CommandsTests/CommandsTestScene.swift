import Chat
import Cohorts
import Commands
import Dates
import ForumSearch
import FoundationEssentials
import HashTreeCollections

/// A cohort in India with one assignment due in four days, and the people who talk to the bot about it.
///
/// ```swift
/// var scene = CommandsTestScene()
/// #expect(scene.does("/remind tomorrow 5pm x", by: "lila") == "reminder.added -> reminders.saved")
/// ```
/// Lila and Marcos are learners, Ivan was made instructor in chat, Emma is moderator by the cohort's file and Olga
/// owns the bot; anybody else is a stranger.
struct CommandsTestScene {
    static let now = Date(timeIntervalSince1970: 1_795_428_060)  // 2026-11-23T10:01:00Z
    static let cohort = CohortID(rawValue: "sample")
    static let room = RoomAddress(.console, "main")
    /// Assignment 2, due 2026-11-27T12:30:00Z.
    static let deadline = ShortID(rawValue: "d10")

    var world = World()
    var now = Self.now
    var forum = ScriptedForum()
    var faq: [FAQEntry] = []
    var criteria: [ReviewRules.Criterion] = []
    var seed: UInt64 = 7
    var commands = Registry.all
    var limits = UsageLimits()
    private var sequence = 0

    init() {
        let cohort = Self.cohort
        var events: [any Event] = [
            CohortFounded(id: cohort, name: "ML-101", at: now),
            CohortSettingsChanged(id: cohort, settings: .init(zone: "Asia/Kolkata")),
            CohortFileRead(id: cohort, values: [:], roles: [Self.account("emma"): .moderator]),
            RoomBound(room: Self.room, cohort: cohort, title: "ML-101"),
        ]
        for (index, name) in ["lila", "marcos", "emma", "ivan"].enumerated() {
            let id = PersonID(rawValue: "p\(index + 1)")
            events += [
                PersonMet(
                    id: id, account: Self.account(name), name: name, language: nil, at: now,
                    number: index + 1),
                PrivateRoomOpened(id: id, room: Self.privateRoom(name)),
                MemberJoined(cohort: cohort, person: id, at: now),
            ]
        }
        let due = Deadline(
            id: Self.deadline, cohort: cohort, title: "Assignment 2", kind: .assignment,
            dueAt: Date(timeIntervalSince1970: 1_795_782_600), addedBy: nil, addedAt: now)
        events += [
            RoleGiven(cohort: cohort, person: PersonID(rawValue: "p4"), role: .instructor),
            DeadlineAdded(deadline: due, number: 32),
        ]
        happen(events)
    }

    static func account(_ name: String) -> Account { Account(.console, name) }
    static func privateRoom(_ name: String) -> RoomAddress { RoomAddress(.console, "@\(name)") }

    func person(_ name: String) -> PersonID {
        world.accounts[Self.account(name)] ?? world.nextPerson
    }

    var knowledge: Knowledge {
        var knowledge = Knowledge(
            owners: [Self.account("olga")], dates: DateReader(zones: .system), forum: forum,
            faq: faq, commands: commands, limits: limits)
        if !criteria.isEmpty {
            var rules = ReviewRules()
            rules.criteria = criteria
            knowledge.reviewRules[Self.cohort] = rules
        }
        return knowledge
    }

    /// What would come of these words, in the cohort's room or in private.
    func decide(
        _ words: String, by name: String, privately: Bool = false, in room: RoomAddress? = nil,
        replyTo: Quote? = nil, authority: Authority = .member, with file: Attachment? = nil
    ) -> Decision? {
        decide(
            .text(words), by: name, privately: privately, in: room, replyTo: replyTo,
            authority: authority, with: file)
    }

    func decide(
        _ content: Content, by name: String, privately: Bool = false, in room: RoomAddress? = nil,
        replyTo: Quote? = nil, authority: Authority = .member, with file: Attachment? = nil
    ) -> Decision? {
        let incoming = Incoming(
            cause: Cause("console", "1"),
            sender: Sender(Self.account(name), name: name, authority: authority),
            room: room ?? (privately ? Self.privateRoom(name) : Self.room),
            place: privately ? .private : .group(title: "ML-101"), content: content,
            message: "m1", replyTo: replyTo, attachment: file, sentAt: now)
        return Dispatcher(incoming, world: world, knowledge: knowledge, now: now, seed: seed)
            .decide()
    }

    /// The same in one line, for a table: the kinds of the events and the keys of the messages.
    func says(_ words: String, by name: String, privately: Bool = false) -> String {
        decide(words, by: name, privately: privately).outcome
    }

    /// Says it, and lets what was decided come true.
    @discardableResult
    mutating func does(_ words: String, by name: String, privately: Bool = false) -> String {
        let decision = decide(words, by: name, privately: privately)
        takesPlace(decision, by: name)
        return decision.outcome
    }

    /// Lets a decision come true; a stranger is met first, as the Decider does it.
    mutating func takesPlace(_ decision: Decision?, by name: String = "lila") {
        guard let decision, !decision.isRead else { return }
        var met: [any Event] = []
        if world.accounts[Self.account(name)] == nil {
            met.append(
                PersonMet(
                    id: world.nextPerson, account: Self.account(name), name: name, language: nil,
                    at: now, number: world.nextNumber))
        }
        happen(met + decision.events, owed: decision.messages)
    }

    /// Fetches the file that the one open job waits for, and lets its command come true.
    @discardableResult
    mutating func fetches(_ bytes: [UInt8], named name: String = "file.pdf") -> String {
        guard let job = world.jobs.values.first, case .fetch(let request) = job.task else {
            return "no job"
        }
        let kept = KeptFile(
            digest: "d\(bytes.count)", name: name, mediaType: "application/pdf",
            size: bytes.count)
        let decision = Dispatcher(
            request.incoming(for: job), world: world, knowledge: knowledge, now: job.startedAt,
            seed: seed
        ).resume(request, with: FileContent(kept, bytes))
        takesPlace(decision.after([JobFinished(id: job.id)]))
        return Optional(decision).outcome
    }

    mutating func happen(_ events: [any Event], owed: [Outgoing] = []) {
        sequence += 1
        world.apply(
            Commit(kind: "test", cause: nil, at: now, events: events, owed: owed),
            sequence: sequence)
    }

    /// Lila and Marcos have handed in for Assignment 2 (w1 and w2); she reviews his in v1, he hers in v2.
    mutating func handOutReviews() {
        handIn(["lila", "marcos"])
        let round = Round(
            id: ShortID(rawValue: "n1"), cohort: Self.cohort, assignment: Self.deadline,
            reviewsPerWork: 1, seed: 1, closesAt: nil, state: .planned, plannedBy: person("ivan"))
        let reviews = [("v1", "w2", "lila"), ("v2", "w1", "marcos")].map { id, work, reviewer in
            Review(
                id: ShortID(rawValue: id), round: round.id, work: ShortID(rawValue: work),
                reviewer: person(reviewer))
        }
        happen([
            RoundPlanned(round: round, number: 1),
            RoundStarted(
                id: round.id, seed: 1, reviews: reviews, number: 1, at: now,
                closesAt: now + 10 * 86_400, room: Self.privateRoom("ivan")),
        ])
    }

    /// A round of so many learners, of whom lila, marcos, emma and ivan are the first; each reviews the next ones.
    mutating func handOutReviews(of count: Int, each: Int) {
        let names = ["lila", "marcos", "emma", "ivan"] + (4..<max(4, count)).map { "guest\($0)" }
        for (index, name) in names.prefix(count).enumerated().dropFirst(4) {
            let id = PersonID(rawValue: "p\(index + 1)")
            happen([
                PersonMet(
                    id: id, account: Self.account(name), name: name, language: nil, at: now,
                    number: index + 1),
                PrivateRoomOpened(id: id, room: Self.privateRoom(name)),
                MemberJoined(cohort: Self.cohort, person: id, at: now),
            ])
        }
        handIn(Array(names.prefix(count)))
        let round = Round(
            id: ShortID(rawValue: "n1"), cohort: Self.cohort, assignment: Self.deadline,
            reviewsPerWork: each, seed: 1, closesAt: nil, state: .planned,
            plannedBy: person("ivan"))
        let reviews = (0..<count).flatMap { reviewer in
            (1...each).map { step in
                Review(
                    id: ShortID(.review, 100 + reviewer * each + step), round: round.id,
                    work: ShortID(rawValue: "w\((reviewer + step) % count + 1)"),
                    reviewer: person(names[reviewer]))
            }
        }
        happen([
            RoundPlanned(round: round, number: 1),
            RoundStarted(
                id: round.id, seed: 1, reviews: reviews, number: 400, at: now,
                closesAt: now + 10 * 86_400, room: Self.privateRoom("ivan")),
        ])
    }

    mutating func handIn(_ names: [String]) {
        happen(
            names.enumerated().map { index, name in
                WorkHandedIn(
                    id: ShortID(rawValue: "w\(index + 1)"), cohort: Self.cohort,
                    assignment: Self.deadline, author: person(name), content: "work of \(name)",
                    at: now, number: 1)
            })
    }
}

/// A forum that finds what it is told to find.
struct ScriptedForum: Forum {
    var result = SearchResult.nothing
    var left = 0

    init(_ band: SearchResult.Band = .none, finding ids: [String] = [], unread: Int = 0) {
        left = unread
        result = SearchResult(
            hits: ids.map { Hit(id: $0, score: 0.9, snippet: Snippet(pieces: [])) },
            confidence: 0.9, band: band)
    }

    func search(
        _ words: String, in cohort: CohortID, language: String, limit: Int
    ) -> SearchResult { result }

    func count(in cohort: CohortID) -> Int { 7 }

    func unread(in cohort: CohortID) -> Int { left }
}

extension Decision? {
    /// `reminder.added -> reminders.saved`: what changes, and what is said.
    var outcome: String {
        guard let self else { return "silence" }
        let kinds = self.events.map { type(of: $0).kind }.joined(separator: ", ")
        let keys = self.messages.map(\.phrase.key).joined(separator: ", ")
        return (kinds.isEmpty ? "" : kinds + " ") + "-> " + keys
    }
}
