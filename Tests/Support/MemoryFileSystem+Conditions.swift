/// What kind of disk it is, and how it is doing.
extension MemoryFileSystem {
    /// How many operations there were.
    package var count: Int { snapshot.count }

    /// Whether a `die` was reached.
    package var isDead: Bool { snapshot.isDead }

    /// The network file system that the disk says it is; `nil` for a local one.
    package var networkKind: String? {
        get { snapshot.networkKind }
        set { change { $0.networkKind = newValue } }
    }

    /// Whether every change is refused (EROFS).
    package var isReadOnly: Bool {
        get { snapshot.isReadOnly }
        set { change { $0.isReadOnly = newValue } }
    }

    /// How many bytes all files may hold together; beyond it writes are cut short, then refused (ENOSPC).
    package var capacity: Int? {
        get { snapshot.capacity }
        set { change { $0.capacity = newValue } }
    }

    /// How many bytes all files hold together; linked ones count once, removed ones until they are closed.
    package var used: Int { snapshot.used }

    /// The files whose contents cannot be read (EIO).
    package var unreadable: Set<String> {
        get { snapshot.unreadable }
        set { change { $0.unreadable = newValue } }
    }

    /// Fails by chance: the same seed fails the same operations, by their numbers.
    package static func failing(
        code: Int32, probability: Double, seed: UInt64,
        where concerns: @escaping @Sendable (Operation) -> Bool = { _ in true }
    ) -> Plan {
        { operation in
            guard concerns(operation) else { return nil }
            var chance = MemoryChance(seed: seed, UInt64(operation.number))
            return Double.random(in: 0..<1, using: &chance) < probability ? .fail(code: code) : nil
        }
    }
}
