import Chat
import Cohorts
import Delivery
import Journal

/// The world and its journal, kept in step: what is applied is appended, and what the disk refused is taken back.
///
/// `append` is synchronous, so nothing can come between a decision and its place in the journal. Until `isDurable` the
/// change is known to this process alone: nobody may be told.
struct Ledger {
    private(set) var world: World
    let journal: Journal
    private let codec = EventCodec()
    /// Worlds after commits that are not known to be on disk yet, oldest first; copies are free.
    private var unsure: [(sequence: Int, world: World)] = []
    /// The world as it is on disk: what everybody may be told of while the disk fails.
    private(set) var safe: World

    /// What could not be kept, and why.
    enum Failure: Error {
        case journal(JournalFault)
        /// The commit has no JSON form; a fault of ours, not of the disk.
        case encoding(kind: String)
    }

    init(world: World, journal: Journal) {
        self.world = world
        self.safe = world
        self.journal = journal
    }

    /// The sequence number of the last commit.
    var last: Int { unsure.last?.sequence ?? journal.lastSeq }

    /// Whether something entered here waits for the disk.
    var isUnsure: Bool { !unsure.isEmpty }

    /// Applies a commit and puts it in line for the disk.
    /// - Returns: the messages it owes, under their keys.
    mutating func append(_ commit: Commit) throws(Failure) -> [Owed] {
        let sequence = try enter(commit)
        world.apply(commit, sequence: sequence)
        unsure.append((sequence, world))
        return commit.owed.enumerated().map { index, message in
            Owed(key: World.key(sequence: sequence, index: index), message, isDurable: true)
        }
    }

    private func enter(_ commit: Commit) throws(Failure) -> Int {
        let entry: Entry
        do {
            entry = try Entry(
                kind: commit.kind, cause: commit.cause?.description, time: commit.at,
                d: codec.encode(commit.events),
                out: commit.owed.isEmpty ? nil : codec.encode(commit.owed))
        } catch {
            throw .encoding(kind: commit.kind)
        }
        do throws(JournalFault) {
            return try journal.append([entry])
        } catch {
            throw .journal(error)
        }
    }

    /// Notes that everything up to `sequence` is on disk.
    mutating func isDurable(upTo sequence: Int) {
        guard let index = unsure.lastIndex(where: { $0.sequence <= sequence }) else { return }
        safe = unsure[index].world
        unsure.removeSubrange(...index)
    }

    /// Gives up what the disk refused: the world is again what every told person was told.
    mutating func takeBack() {
        journal.discard()
        world = safe
        unsure = []
    }

    /// Reads a record of the journal as the commit it was.
    static func commit(from record: Record, codec: EventCodec) throws -> Commit {
        Commit(
            kind: record.entry.kind, cause: record.entry.cause.flatMap { Cause($0) },
            at: record.entry.time, events: try codec.decodeEvents(record.entry.d),
            owed: try record.entry.out.map { try codec.decodeOwed($0) } ?? [])
    }
}
