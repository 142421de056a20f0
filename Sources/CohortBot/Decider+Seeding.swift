import Chat
import Cohorts
import Commands
import Configuration
import Journal

extension Decider {
    /// Brings every cohort up to its file, one commit each.
    /// - Throws: the journal's fault; nothing of the failed commit is applied.
    func seed(_ configuration: BotConfiguration) async throws {
        var seeding = Seeding(
            world: world, dates: knowledge.dates, now: now,
            privateRoom: { $0.platform == .console ? RoomAddress(.console, "@\($0.id)") : nil })
        for file in configuration.cohorts {
            guard let decision = seeding.decision(for: file) else { continue }
            do throws(Ledger.Failure) {
                _ = try enter(decision, cause: nil, at: now)
            } catch .journal(let fault) {
                throw fault
            }
        }
        guard await synced() else {
            if let fault = ledger.journal.fault { throw fault }
            return
        }
    }

    /// Takes over a configuration that was read anew.
    func reload(_ configuration: BotConfiguration) async throws {
        use(configuration.knowledge(dates: knowledge.dates, forum: forum))
        try await seed(configuration)
    }

    /// Makes the search indexes anew; what is not read at once is read by `IndexingService`.
    func beginForum() {
        forum.begin(with: world, faq: knowledge.faq)
        forumChanges.yield()
    }

    /// Reads on in the peer forums.
    /// - Returns: whether there is more to read.
    func readForum() -> Bool { forum.readOn(in: world) }
}
