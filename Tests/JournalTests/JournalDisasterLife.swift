import Synchronization

@testable import Journal
@testable import Support

/// One scripted life of a bot on a disk in memory, and an account of what it told whom.
///
/// It does everything once that touches the disk: a first start, groups, submitted work, segments that end by size,
/// compactions with files that are linked, a backup, recovery from a fault, a clean stop, a second start.
final class DisasterLife: Sendable {
    struct Account {
        /// What is in the bot's memory, in order.
        var line: [Int] = []
        /// How much of `line` somebody was told of.
        var told = 0
        var asked = 0
        /// What was refused aloud.
        var refused: Set<Int> = []
        /// Refused while the disk failed and would not even take it back.
        var doubtful: Set<Int> = []
        /// Submitted work that was taken, by digest.
        var stored: [String: [UInt8]] = [:]
        /// What had been told when a backup was said to be made.
        var backup: [Int]?
        var end: End?
    }

    /// How far the script came.
    enum End: Hashable {
        case startRefused(JournalFault)
        /// The journal did not get over a fault while it ran.
        case unrecovered(JournalFault)
        case stopFailed(JournalFault)
        case well
    }

    private let state = Mutex(Account())
    let files: MemoryFileSystem
    /// A recovery that failed so often is given up: what it held is refused aloud.
    private static let patience = 3
    /// After so many tries the script ends: no trouble that passes lasts for more.
    private let lastTry: Int

    init(on files: MemoryFileSystem, lastTry: Int = 80) {
        self.files = files
        self.lastTry = lastTry
    }

    /// What a bystander knows at this moment.
    var account: Account { state.withLock { $0 } }

    /// Plays the script as far as the disk lets it.
    func play() async {
        do {
            let first = try begin()
            await ask(3, first)
            await ask(1, first, waits: false)
            await ask(2, first)
            await submit("work")
            await ask(11, first)
            await ask(5, first)
            await compact(first)
            await ask(2, first)
            await compact(first)
            await submit("work")
            await submit("other work")
            await ask(1, first)
            await compact(first)
            backUp()
            await first.witness()
            await ask(1, first, waits: false)
            await end(first)
            guard account.end == .well else { return }
            let second = try begin()
            // HEAD knows of every record here.
            await compact(second)
            await ask(2, second)
            await compact(second)
            await ask(1, second)
            await end(second)
        } catch {
            state.withLock { $0.end = .startRefused(error) }
        }
    }

    private func begin() throws(JournalFault) -> Journal {
        let (journal, numbers) = try open(files, limits: smallLimits)
        state.withLock { account in
            account.line = numbers.compactMap(\.self)
            account.told = account.line.count
            account.end = nil
        }
        return journal
    }

    private func end(_ journal: Journal) async {
        await recover(journal)
        if journal.fault != nil { return }
        let last = account.line.count
        await journal.stop()
        state.withLock { account in
            account.end = journal.fault.map { .stopFailed($0) } ?? .well
            if journal.fault == nil { account.told = last }
        }
    }

    /// Takes what people ask, and tells them when it is on disk.
    private func ask(_ count: Int, _ journal: Journal, waits: Bool = true) async {
        let numbers = state.withLock { account in
            defer { account.asked += count }
            return Array(account.asked + 1...account.asked + count)
        }
        do throws(JournalFault) {
            guard let entries = try? numbers.map(entry) else { return }
            let seq = try journal.append(entries)
            let last = state.withLock { account in
                account.line += numbers
                return account.line.count
            }
            guard waits else { return }
            try await journal.durable(upTo: seq)
            state.withLock { $0.told = max($0.told, last) }
        } catch {
            state.withLock { account in
                // What was not even held is refused at once.
                if !account.line.contains(numbers[0]) { account.refused.formUnion(numbers) }
            }
            await recover(journal)
        }
    }

    private func submit(_ text: String) async {
        let store = FileStore(directory: "state", files: files)
        let work = Array(text.utf8)
        guard let digest = try? await store.put(work) else { return }
        state.withLock { $0.stored[digest] = work }
    }

    private func backUp() {
        let before = account.line.prefix(account.told)
        let made = try? Backup.make(
            of: "state", at: "backup", files: files, program: "cohortbot test",
            makeReader: { Collected().reader })
        if made != nil { state.withLock { $0.backup = Array(before) } }
    }

    private func compact(_ journal: Journal) async {
        await recover(journal)
        do {
            let cut = try journal.cut()
            let numbers = account.line
            // What comes meanwhile belongs behind the snapshot.
            await ask(1, journal, waits: false)
            try await journal.compact(cut, content(numbers))
        } catch {}
        await recover(journal)
    }

    /// What a bot does about a fault: a new snapshot under a new name until it succeeds, and after some tries a refusal
    /// aloud of all that is held.
    private func recover(_ journal: Journal) async {
        if case .unrecovered = account.end { return }
        var tries = 0
        while journal.fault != nil, !files.isDead, tries < lastTry {
            tries += 1
            let held = account.line
            do {
                try await journal.restart(at: journal.lastSeq, content(held))
                state.withLock { account in
                    account.told = held.count
                    account.refused.formUnion(account.doubtful)
                    account.doubtful = []
                }
            } catch {
                if tries == Self.patience { refuse(journal) }
                if tries < Self.patience { hold(journal) }
            }
        }
        if let fault = journal.fault { state.withLock { $0.end = .unrecovered(fault) } }
    }

    private func refuse(_ journal: Journal) {
        journal.discard()
        state.withLock { account in
            account.doubtful.formUnion(account.line[account.told...])
            account.line.removeLast(account.line.count - account.told)
        }
    }

    /// People go on asking while the disk fails.
    private func hold(_ journal: Journal) {
        let number = state.withLock { account in
            account.asked += 1
            return account.asked
        }
        guard let entry = try? entry(number), (try? journal.append([entry])) != nil else {
            state.withLock { _ = $0.refused.insert(number) }
            return
        }
        state.withLock { $0.line.append(number) }
    }
}

extension DisasterLife {
    /// One file operation, with what was on the disk in front of it and what had been told by then.
    struct Moment: Sendable {
        var operation: MemoryFileSystem.Operation
        var files: MemoryFileSystem
        var account: Account
    }

    /// Every moment of a life that `plan` troubles: with them a life need not be lived again for each disaster.
    static func moments(
        plan: @escaping MemoryFileSystem.Plan = { _ in nil }
    ) async -> [Moment] {
        let seen = Heard<Moment>()
        let life = DisasterLife(on: MemoryFileSystem())
        life.files.plan = { operation in
            seen.add(
                Moment(
                    operation: operation,
                    files: MemoryFileSystem(disk: life.files.snapshot), account: life.account))
            return plan(operation)
        }
        await life.play()
        // The plan holds the life, and the life the plan.
        life.files.plan = { _ in nil }
        return seen.all
    }
}
