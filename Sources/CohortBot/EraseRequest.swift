package import Chat
import Cohorts
package import Configuration
import FoundationEssentials
import HashTreeCollections
package import Journal

/// `cohortbot erase`: forgets a person, in every file of the state at once.
package struct EraseRequest {
    private let setup: Setup
    private let member: String
    private let backups: String?
    private let files: any FileSystem
    private let configuration: ConfigurationFiles
    private let clock: any WallClock
    private let say: (String) -> Void
    private let directory: String

    /// `backups` is a further directory in which backups lie.
    package init(
        _ setup: Setup, member: String, backups: String? = nil,
        files: any FileSystem = SystemFiles(), configuration: ConfigurationFiles = .disk,
        clock: any WallClock = SystemClock(),
        say: @escaping (String) -> Void = Terminal.standard.print
    ) {
        self.setup = setup
        self.member = member
        self.backups = backups?.withoutSlash
        self.files = files
        self.configuration = configuration
        self.clock = clock
        self.say = say
        directory = setup.stateDirectoryAlone.withoutSlash
    }

    /// - Throws: `Failure` 64 for nobody, 75 while a bot is there, 73 where something could not be removed.
    package func run() async throws {
        do {
            let before = try WorldReader.read(directory, files: files).world
            // Before the lock, since opening makes a state where there is none.
            _ = try before.person(named: member)
            let (person, old, new) = try await erase()
            try requireNothingOlder(named: new.namedFiles)
            for line in EraseReport(person, before: old, after: new).lines { say(line) }
            for line in placesLeft(person) { say(line) }
        } catch let fault as JournalFault {
            throw Failure(fault)
        }
    }

    /// Commits the tombstone, and then leaves nothing of the state but a snapshot made after it.
    private func erase() async throws -> (Person, World, World) {
        let reader = WorldReader()
        let journal = try Journal.open(
            directory: directory, files: files, now: clock.now, madeBy: Bot.program,
            reader: reader.reader)
        do {
            let person = try reader.world.person(named: member)
            var ledger = Ledger(world: reader.world, journal: journal)
            let now = Date(timeIntervalSince1970: clock.now().timeIntervalSince1970.rounded(.down))
            _ = try ledger.append(
                Commit(
                    kind: "erase", cause: nil, at: now,
                    events: [PersonErased(id: person.id, at: now)]))
            let cut = try journal.cut()
            try await journal.compact(cut, SnapshotContent(ledger.world), keepsPrevious: false)
            let named = ledger.world.namedFiles
            try await FileStore(directory: directory, files: files).sweep { named }
            await GatewayFile(directory: directory, files: files).forgetPrivateRooms()
            await journal.stop()
            return (person, reader.world, ledger.world)
        } catch {
            await journal.stop()
            throw error
        }
    }

    /// What an older file says would still be there; a removal that failed must not pass for one.
    private func requireNothingOlder(named: Set<String>) throws {
        let inspection = try Inspection.run(
            directory: directory, files: files, program: Bot.program,
            makeReader: { WorldReader().reader })
        let left = inspection.files.filter { file in
            file.role == .previous
                || file.role == .submitted
                    && !(file.path.split(separator: "/").last.map { named.contains(String($0)) }
                        ?? false)
                || file.role == .orphan
                    && ["journal", "snapshots", "quarantine"].contains { folder in
                        file.path.hasPrefix("\(directory)/\(folder)/")
                    }
        }
        guard left.isEmpty else {
            throw Failure(
                73,
                left.map { "\($0.path): could not be removed and may still hold this person" }
                    + ["The person is gone from everything newer. Remove these files by hand."])
        }
    }

    // MARK: Where the person still is

    private func placesLeft(_ person: Person) -> [String] {
        copies.compactMap { holds($0, person) } + configurationLines(person)
    }

    /// Backups and states that were put aside: inside the state, beside it, and where they are said to be.
    private var copies: [String] {
        let parts = directory.split(separator: "/", omittingEmptySubsequences: false)
        let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        let name = parts.last.map(String.init) ?? directory
        var found: [String] = names(in: directory).filter { $0.hasPrefix("backup-") }
            .map { "\(directory)/\($0)" }
        for beside in names(in: parent.isEmpty ? "/" : parent)
        where beside.hasPrefix("backup-") || beside.hasPrefix(name + ".") {
            found.append(parts.count > 1 ? "\(parent)/\(beside)" : beside)
        }
        if let backups { found += [backups] + names(in: backups).map { "\(backups)/\($0)" } }
        var seen: Set<String> = []
        return found.filter { path in
            seen.insert(path).inserted
                && (try? files.size(of: "\(path)/HEAD")).flatMap(\.self) != nil
        }
    }

    private func names(in path: String) -> [String] {
        (try? files.list(path)).flatMap(\.self) ?? []
    }

    private func holds(_ copy: String, _ person: Person) -> String? {
        do throws(JournalFault) {
            let world = try WorldReader.read(copy, files: files).world
            guard person.accounts.contains(where: { world.accounts[$0] != nil }) else { return nil }
            return "\(copy): this person is still in it"
        } catch {
            return "\(copy): this person may still be in it; it cannot be read: \(error)"
        }
    }

    /// A file that names the account brings the person back at the next start.
    private func configurationLines(_ person: Person) -> [String] {
        let root = setup.configDirectory
        let folders = [root, "\(root)/cohorts"]
        return folders.flatMap { folder in
            ((try? configuration.list(folder)) ?? []).sorted().flatMap { name -> [String] in
                let path = "\(folder)/\(name)"
                guard name.hasSuffix(".yaml"), let bytes = try? configuration.read(path) else {
                    return []
                }
                let lines = String(decoding: bytes, as: UTF8.self)
                    .split(separator: "\n", omittingEmptySubsequences: false)
                return lines.enumerated().filter { _, line in
                    person.accounts.contains { line.names($0) }
                }.map { "\(path):\($0.offset + 1): names this person; take that out, too" }
            }
        }
    }
}

extension Substring {
    /// Whether an account stands in it as a whole: `telegram:12` is not in `telegram:123`.
    fileprivate func names(_ account: Account) -> Bool {
        split { " \t,[]{}\"'#".contains($0) }.contains { $0 == account.description }
    }
}
