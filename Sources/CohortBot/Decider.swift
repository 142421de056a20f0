import Chat
import Cohorts
import Commands
import Delivery
import FoundationEssentials
import HashTreeCollections
import Journal
import Logging
import Operations

/// Decides and applies everything, in order: what people type, what falls due, what long work found.
///
/// One straight line: a message or a due moment becomes a `Decision`, the decision a commit, and only when the commit
/// is on disk does Delivery carry out what it owes. There is no second path to the state or to a person.
package actor Decider {
    var ledger: Ledger
    var knowledge: Knowledge
    let forum: ForumIndexes
    var agenda: Agenda
    let outbox: Outbox
    let files: FileStore
    let clock: any WallClock
    let health: Health
    let logger: Logger
    var chance: any RandomNumberGenerator & Sendable
    /// Updates answered by this process, reads too: one that comes again is not answered twice.
    var answered: [String: SeenWindow] = [:]
    /// What became of the last messages, for edits of them.
    var handled = HandledMessages()
    /// When a room was last told that its old questions stay unanswered.
    var notedAbsence: [RoomAddress: Date] = [:]
    /// Whether what is due is being decided, and whoever waits for that.
    var isFiring = false
    var firingWaiters: [CheckedContinuation<Void, Never>] = []
    /// Whoever waits for jobs to end.
    var jobWaiters: [CheckedContinuation<Void, Never>] = []
    /// Says that a job may begin.
    let jobChanges: AsyncStream<Void>.Continuation
    let jobSignals: AsyncStream<Void>
    var turns = JobTurns()
    /// Jobs whose end is on its way to the disk and to whoever waits for it.
    var jobsEnding = 0
    let agendaChanges: AsyncStream<Void>.Continuation
    let agendaSignals: AsyncStream<Void>
    /// Says that `sent` records wait for the disk.
    let recordings: AsyncStream<Void>.Continuation
    let recordingSignals: AsyncStream<Void>
    /// What became of messages while the disk refused everything: recorded when it is well again.
    var unrecorded: [any Event] = []
    /// How often the disk was given up on, and everything since its last sync with it.
    var surrenders = 0
    /// Whether the bot is about to stop, and nothing can be held any more.
    var isLeaving = false
    /// Says that the peer forum's index was begun anew.
    let forumChanges: AsyncStream<Void>.Continuation
    let forumSignals: AsyncStream<Void>
    /// Says that the disk has begun to fail.
    let troubles: AsyncStream<Void>.Continuation
    let troubleSignals: AsyncStream<Void>

    init(
        world: World, journal: Journal, knowledge: (any Forum) -> Knowledge, outbox: Outbox,
        files: FileStore, clock: any WallClock, health: Health,
        chance: any RandomNumberGenerator & Sendable,
        logger: Logger
    ) {
        let forum = ForumIndexes()
        self.knowledge = knowledge(forum)
        forum.use(self.knowledge.synonyms)
        forum.begin(with: world, faq: self.knowledge.faq)
        self.forum = forum
        ledger = Ledger(world: world, journal: journal)
        agenda = Agenda(world)
        self.outbox = outbox
        self.files = files
        self.clock = clock
        self.health = health
        self.chance = chance
        self.logger = logger
        (jobSignals, jobChanges) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (recordingSignals, recordings) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        (agendaSignals, agendaChanges) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        (forumSignals, forumChanges) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        forumChanges.yield()
        (troubleSignals, troubles) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// The world as everybody may see it.
    var world: World { ledger.world }

    /// The moment of a decision: whole seconds, as the journal keeps them.
    var now: Date { Date(timeIntervalSince1970: clock.now().timeIntervalSince1970.rounded(.down)) }

    /// Owes again what was owed when the last process ended, and takes up its open jobs.
    package func resume() async {
        let owed = world.owed.sorted { Self.precedes($0.key, $1.key) }
        await outbox.deliver(
            owed.map { Owed(key: $0.key, $0.value, isDurable: true, mayBeOut: true) })
        let questions = questionsAboutBacklogs()
        if !questions.isEmpty, await kept() { await outbox.deliver(questions) }
        jobChanges.yield()
        agendaChanges.yield()
    }

    /// Oldest first: keys are `sequence.index`.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        func parts(_ key: String) -> (Int, Int) {
            let numbers = key.split(separator: ".").map { Int($0) ?? .max }
            return (numbers.first ?? .max, numbers.dropFirst().first ?? 0)
        }
        return parts(a) < parts(b)
    }

    /// Applies one decision and puts it in line for the disk; everything derived follows along.
    func enter(
        _ decision: Decision, cause: Cause?, at now: Date
    ) throws(Ledger.Failure) -> [Owed] {
        let commit = Commit(
            kind: decision.kind, cause: cause, at: now, events: decision.events,
            owed: decision.messages)
        let waiting = waitingToGo(decision)
        var owed = try ledger.append(commit)
        derive(from: decision.events)
        for key in waiting {
            if let message = world.owed[key] {
                owed.append(Owed(key: key, message, isDurable: true))
            }
        }
        return owed
    }

    /// The keys of what waited for somebody who can be reached now.
    private func waitingToGo(_ decision: Decision) -> [String] {
        guard !world.waiting.isEmpty else { return [] }
        return decision.events.flatMap { event in
            (event as? WaitingReleased).flatMap { world.waiting[$0.person] }?.map(\.key) ?? []
        }
    }

    /// Brings index, agenda and jobs up to the world.
    private func derive(from events: [any Event]) {
        let next = agenda.next
        agenda.note(events, in: world)
        if forum.note(events, in: world) { forumChanges.yield() }
        for event in events {
            if event is JobStarted { jobChanges.yield() }
        }
        if agenda.next != next { agendaChanges.yield() }
    }

    /// New owners, FAQ or sentences after a reload.
    func use(_ knowledge: Knowledge) {
        let sameFAQ = knowledge.faq == self.knowledge.faq
        self.knowledge = knowledge
        forum.use(knowledge.synonyms)
        if !sameFAQ { beginForum() }
    }
}
