package import Chat
import Cohorts
import Commands
import ForumImport
import FoundationEssentials
import HashTreeCollections
package import Journal

/// `cohortbot forum import`: takes an exported forum into a cohort's peer forum.
package struct ForumImportRequest {
    private let setup: Setup
    private let cohort: String
    private let file: String
    private let source: String?
    private let isDry: Bool
    private let files: any FileSystem
    private let clock: any WallClock
    private let read: (String) throws -> [UInt8]
    private let say: (String) -> Void
    private let progress: (String, Double) -> Void

    package init(
        _ setup: Setup, cohort: String, file: String, source: String? = nil, isDry: Bool,
        files: any FileSystem = SystemFiles(), clock: any WallClock = SystemClock(),
        read: @escaping (String) throws -> [UInt8] = ImportFile.read,
        say: @escaping (String) -> Void = Terminal.standard.print,
        progress: @escaping (String, Double) -> Void = Terminal.standard.progress
    ) {
        (self.setup, self.cohort, self.file, self.source) = (setup, cohort, file, source)
        (self.isDry, self.files, self.read, self.say) = (isDry, files, read, say)
        self.progress = progress
        self.clock = clock
    }

    /// - Throws: `Failure` 64 for a wrong cohort or file, 65 for a file that is none or a damaged state, 75 while a bot is
    ///   there.
    package func run() async throws {
        do {
            let directory = setup.stateDirectoryAlone.withoutSlash
            // Before the lock, since opening makes a state where there is none.
            let before = try WorldReader.read(directory, files: files).world
            _ = try cohort(in: before)
            let forum = try forum()
            guard !isDry else {
                return report(forum, try plan(forum, before), "would be")
            }
            let reader = WorldReader()
            let journal = try Journal.open(
                directory: directory, files: files, now: clock.now, madeBy: Bot.program,
                reader: reader.reader)
            do {
                let plan = try plan(forum, reader.world)
                try await carryOut(plan, reader.world, journal)
                await journal.stop()
                report(forum, plan, "are")
            } catch {
                await journal.stop()
                throw error
            }
        } catch let fault as JournalFault {
            throw Failure(fault)
        } catch Ledger.Failure.journal(let fault) {
            throw Failure(fault)
        }
    }

    private func forum() throws -> ImportedForum {
        progress("reading \(file)", 0)
        let bytes = try read(file)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        do throws(ImportFault) {
            return try ImportedForum.read(bytes, name: name)
        } catch {
            progress("", 1)
            let place = error.line.map { "\(file):\($0)" } ?? file
            throw Failure(65, ["\(place): \(error.words)"])
        }
    }

    private func plan(_ forum: ImportedForum, _ world: World) throws -> ForumImportPlan {
        ForumImportPlan(
            forum, source: source ?? forum.format.rawValue, into: try cohort(in: world), of: world,
            now: Date(timeIntervalSince1970: clock.now().timeIntervalSince1970.rounded(.down)))
    }

    private func cohort(in world: World) throws -> Cohort {
        if let found = world.cohorts[CohortID(rawValue: cohort)] { return found }
        let known = world.cohorts.keys.sorted().map(\.rawValue)
        throw Failure.wrongUsage(
            "no cohort is called '\(cohort)' in \(setup.stateDirectoryAlone); "
                + (known.isEmpty
                    ? "there is none yet: run the bot once, or say --state"
                    : "there is: " + known.joined(separator: ", ")))
    }

    private func carryOut(
        _ plan: ForumImportPlan, _ world: World, _ journal: Journal
    ) async throws {
        let events = plan.events
        guard !events.isEmpty else { return }
        var ledger = Ledger(world: world, journal: journal)
        let now = Date(timeIntervalSince1970: clock.now().timeIntervalSince1970.rounded(.down))
        for (place, event) in events.enumerated() {
            _ = try ledger.append(
                Commit(kind: "forum import", cause: nil, at: now, events: [event]))
            progress("importing", Double(place + 1) / Double(events.count))
        }
        let cut = try journal.cut()
        try await journal.compact(cut, SnapshotContent(ledger.world))
    }

    private func report(_ forum: ImportedForum, _ plan: ForumImportPlan, _ verb: String) {
        progress("", 1)
        let total = plan.added.count + plan.updated.count + plan.unchanged
        say("\(file): \(forum.format.title), \(total) thread\(total == 1 ? "" : "s")")
        say(
            "  \(plan.added.count) \(verb) new, \(plan.updated.count) \(verb) updated, "
                + "\(plan.unchanged) unchanged")
        let answered = (plan.added + plan.updated).count { $0.answer != nil }
        if !(plan.added + plan.updated).isEmpty { say("  \(answered) of these with an answer") }
        for why in ImportedForum.Skipped.allCases {
            if let count = forum.skipped[why] { say("  left out: \(count) \(why.words)") }
        }
    }
}

extension ImportedForum.Skipped {
    fileprivate var words: String {
        switch self {
        case .chatter: "messages of a conversation: they neither ask nor answer"
        case .withoutQuestion: "without a question"
        case .tooMany: "beyond the \(ImportLimits.threads) threads of one import"
        case .twice: "older states of a thread that stands in the file again"
        }
    }
}
