import Cohorts
import Journal

/// Builds the world out of what a state holds: the entities of its snapshot, then the commits behind it.
final class WorldReader {
    private(set) var world = World()

    /// One line of a state, decoded.
    enum Part: Sendable {
        case entity(any Entity)
        case commit(Commit, sequence: Int)
    }

    /// Decodes on any core; `world` follows in order.
    var reader: StateReader<Part> {
        let codec = EventCodec()
        return StateReader(
            entity: { _, line in .entity(try codec.decodeEntity(line)) },
            record: { record in
                .commit(try Ledger.commit(from: record, codec: codec), sequence: record.seq)
            }, take: { self.take($0) })
    }

    /// Begins anew with an empty world: for what is read again when a bot removed it meanwhile.
    func restarted() -> StateReader<Part> {
        world = World()
        return reader
    }

    private func take(_ part: Part) {
        switch part {
        case .entity(let entity): entity.put(into: &world)
        case .commit(let commit, let sequence): world.apply(commit, sequence: sequence)
        }
    }

    /// A look at a state that changes nothing, also beside a running bot.
    static func read(
        _ directory: String, files: any FileSystem
    ) throws(JournalFault) -> (world: World, recovery: Recovery) {
        let reader = WorldReader()
        let recovery = try JournalReader.read(
            directory: directory, files: files, program: Bot.program,
            makeReader: reader.restarted)
        return (reader.world, recovery)
    }
}

extension SnapshotContent {
    /// What a snapshot of this world holds. Not for the actor that decides: it goes through all of it.
    init(_ world: World) {
        self.init(
            files: WorldSnapshot(world).files.compactMap { file in
                File(name: file.name, write: file.write)
            })
    }
}
