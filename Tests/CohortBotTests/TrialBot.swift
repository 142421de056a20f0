import Chat
import Configuration
import Console
import Dates
import Delivery
import Foundation
import Journal
import Logging
import Operations
import ServiceLifecycle
import Support
import Synchronization

@testable import CohortBot

/// The whole bot on a console with the shipped sample, a stepped clock and a disk in memory.
///
/// `run` plays a script to its end, as `cohortbot console` does, and returns what was printed; playing again on the
/// same disk is a restart.
final class TrialBot: Sendable {
    let disk: MemoryFileSystem
    let clock = SteppedClock()

    let limits: JournalLimits

    init(
        disk: MemoryFileSystem = MemoryFileSystem(),
        limits: JournalLimits = JournalLimits(ballastBytes: 0)
    ) {
        self.disk = disk
        self.limits = limits
    }

    static let logger = Logger(label: "trial") { _ in SwiftLogNoOpLogHandler() }

    func parts() throws -> BotParts {
        let loaded = ConfigurationLoader(
            directory: ConfigurationFiles.sampleDirectory, environment: [:], files: .sample,
            checks: ConfigurationChecks(
                isZone: { _ in true }, nearestZones: { _ in [] }, momentFault: { _, _ in nil })
        ).load()
        guard let configuration = loaded.configuration else { throw Broken.sample }
        var parts = BotParts(
            configuration: configuration, stateDirectory: "state", files: disk, clock: clock,
            zones: .system, chance: SeededGenerator(state: 42), health: Health(now: clock.now),
            logger: Self.logger)
        parts.journalLimits = limits
        return parts
    }

    func run(
        _ lines: String..., session: String = UUID().uuidString,
        afterStart: @escaping @Sendable () -> Void = {}
    ) async throws -> String {
        try await play(lines, session: session) { inbox, _ in
            afterStart()
            return inbox
        }
    }

    /// Starts a bot, gives it the lines one by one through what `inbox` makes of its inbox, and stops it.
    /// - Returns: what was printed while the disk was alive: the rest died with the process.
    func play(
        _ lines: [String], session: String,
        inbox: @Sendable (PatientInbox, StoreKeeping) -> any Inbox
    ) async throws -> String {
        let printed = Printed()
        let settings = ConsoleSettings(
            cast: ConsoleCast(
                members: [
                    ConsoleMember("lila", displayName: "Lila"),
                    ConsoleMember("marcos", displayName: "Marcos"),
                    ConsoleMember("emma", displayName: "Emma", authority: .administrator),
                ], rooms: [ConsoleRoom("main"), ConsoleRoom("study")]), isTerminal: false,
            session: session, skip: { _ in "" },
            // A file of this machine holds its own path.
            read: { path, limit in path.utf8.count > limit ? .tooLarge : .bytes(Array(path.utf8)) })
        guard
            let console = ConsolePlatform(
                settings, lines: LineSource(lines), clock: clock,
                output: { [disk] in if !disk.isDead { printed.add($0) } })
        else { throw Broken.console }
        let bot = try await Bot.build(try parts(), platforms: [console])
        // What a clockwork with a real clock would do by itself.
        async let outbox: Void = bot.outbox.run()
        // A job that was open when the last life ended must be done before anything settles.
        let jobs = Task { try await bot.jobRunner.run() }
        await bot.settle()
        let keeping = StoreKeeping(
            journal: bot.journal, decider: bot.decider, clock: HastyClock(clock))
        let recovering = Task { await keeping.recover() }
        try await console.run(
            inbox(PatientInbox(decider: bot.decider, outbox: bot.outbox), keeping))
        jobs.cancel()
        recovering.cancel()
        await bot.outbox.stop(within: 1)
        await outbox
        await bot.journal.stop()
        return printed.text
    }

    enum Broken: Error { case sample, console, file }
}

/// Time passes by itself while somebody sleeps by it: for who waits for nothing but time.
private struct HastyClock: WallClock {
    private let clock: SteppedClock

    init(_ clock: SteppedClock) { self.clock = clock }

    func now() -> Date { clock.now() }

    func sleep(until deadline: Date) async throws {
        await Task.yield()
        try Task.checkCancellation()
        clock.advance(to: deadline)
    }
}

final class Printed: Sendable {
    private let lines = Mutex("")

    func add(_ text: String) { lines.withLock { $0 += text } }

    var text: String { lines.withLock { $0 } }
}
