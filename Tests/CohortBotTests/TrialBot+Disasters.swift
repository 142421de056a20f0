import Chat
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
        try await play(lines, session: "one") { [disk] inbox, keeping in
            CompactingInbox(inbox: inbox, keeping: keeping) { heard in
                hears(heard)
                while heard == lines.count - 1, keeping.journal.fault != nil, !disk.isDead {
                    await Task.yield()
                }
            }
        }
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
