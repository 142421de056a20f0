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
    /// The sequence number of the last commit.
    private(set) var last: Int
    /// Worlds that somebody waits for the disk to have, oldest first.
    ///
    /// Not one after each commit: the next change to a world that is kept copies what it touches.
    private var unsure: [(sequence: Int, world: World)] = []
    /// The world as it is on disk: what everybody may be told of while the disk fails.
    private(set) var safe: World
    /// The last commit in it.
    private var lastSafe: Int

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
        last = journal.lastSeq
        lastSafe = journal.lastSeq
    }

    /// Whether something entered here waits for the disk.
    var isUnsure: Bool { last > lastSafe }

    /// Notes that somebody will wait until the disk has the world as it is now.
    mutating func mark() {
        if last > unsure.last?.sequence ?? lastSafe { unsure.append((last, world)) }
    }

    /// Applies a commit and puts it in line for the disk.
    /// - Returns: the messages it owes, under their keys.
    mutating func append(_ commit: Commit) throws(Failure) -> [Owed] {
        let sequence = try enter(commit)
        world.apply(commit, sequence: sequence)
        last = sequence
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

    /// Notes that everything up to `sequence`, where a mark was set, is on disk.
    mutating func isDurable(upTo sequence: Int) {
        guard let index = unsure.lastIndex(where: { $0.sequence <= sequence }) else { return }
        (lastSafe, safe) = unsure[index]
        unsure.removeSubrange(...index)
    }

    /// Gives up what the disk refused: the world is again what every told person was told.
    mutating func takeBack() {
        journal.discard()
        world = safe
        unsure = []
        last = journal.lastSeq
        lastSafe = last
    }

    /// Reads a record of the journal as the commit it was.
    static func commit(from record: Record, codec: EventCodec) throws -> Commit {
        Commit(
            kind: record.entry.kind, cause: record.entry.cause.flatMap { Cause($0) },
            at: record.entry.time, events: try codec.decodeEvents(record.entry.d),
            owed: try record.entry.out.map { try codec.decodeOwed($0) } ?? [])
    }
}
