import Chat
import Console
import Delivery
import Foundation
import Journal
import Support

@testable import CohortBot

extension TrialBot {
    /// Plays lines that have the same ids in every life, with a compaction whenever one is due, until the disk's death.
    ///
    /// What is printed once the disk is dead was never printed: it died with the process.
    /// `hears` is called in front of each line, with the number of lines before it. The last line is heard when the disk
    /// is well, unless it is dead.
    /// - Returns: what was printed.
    /// - Throws: what keeps the bot from starting.
    func live(
        _ lines: [String], hears: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> String {
        let printed = Printed()
        let settings = ConsoleSettings(
            cast: ConsoleCast(
                members: [
                    ConsoleMember("lila", displayName: "Lila"),
                    ConsoleMember("marcos", displayName: "Marcos"),
                    ConsoleMember("emma", displayName: "Emma", authority: .administrator),
                ], rooms: [ConsoleRoom("main")]), isTerminal: false, session: "one",
            skip: { _ in "" })
        guard
            let console = ConsolePlatform(
                settings, lines: LineSource(lines), clock: clock,
                output: { [disk] in if !disk.isDead { printed.add($0) } })
        else { throw Broken.console }
        let bot = try await Bot.build(try parts(), platforms: [console])
        async let outbox: Void = bot.outbox.run()
        // A job that was open when the last life ended must be done before anything settles.
        let jobs = Task { try await JobRunner(decider: bot.decider).run() }
        await bot.settle()
        let keeping = StoreKeeping(journal: bot.journal, decider: bot.decider, clock: clock)
        let recovering = Task { await keeping.recover() }
        let time = Task { [clock] in
            while !Task.isCancelled {
                if bot.journal.fault != nil, let next = clock.sleepers.first {
                    clock.advance(to: next)
                }
                // Several of these side by side would leave the others no processor.
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        try await console.run(
            CompactingInbox(
                inbox: PatientInbox(decider: bot.decider, outbox: bot.outbox), keeping: keeping
            ) { [disk] heard in
                hears(heard)
                while heard == lines.count - 1, bot.journal.fault != nil, !disk.isDead {
                    try? await Task.sleep(for: .milliseconds(1))
                }
            })
        jobs.cancel()
        time.cancel()
        recovering.cancel()
        await bot.outbox.stop(within: 1)
        await outbox
        await bot.journal.stop()
        return printed.text
    }
}

/// Compacts between two messages rather than by the clock, so that every life does the same.
private actor CompactingInbox: Inbox {
    private let inbox: PatientInbox
    private let keeping: StoreKeeping
    private let hears: @Sendable (Int) async -> Void
    private var heard = 0

    init(inbox: PatientInbox, keeping: StoreKeeping, hears: @escaping @Sendable (Int) async -> Void)
    {
        self.inbox = inbox
        self.keeping = keeping
        self.hears = hears
    }

    func receive(_ batch: [Incoming]) async {
        await hears(heard)
        heard += 1
        await inbox.receive(batch)
        if keeping.journal.isCompactionDue { try? await keeping.compactNow() }
    }
}
