/// What is left after the process or the machine went away, as a disk without faults.
extension MemoryFileSystem {
    /// What a power cut makes of contents that were not synced. Synced ones stay.
    package enum Unsynced: Hashable, CaseIterable, Sendable {
        case lost, kept, halfKept
        /// The length is there, and everything but the last bytes is zero.
        case zeroedBeforeTheEnd
        /// Of the pages (4 KiB) that were to be written some came through and some are zero; the last one came through.
        case zeroedInnerPages(seed: UInt64)
        /// What was cut off is there again.
        case uncut

        package static let allCases: [Unsynced] = [
            .lost, .kept, .halfKept, .zeroedBeforeTheEnd, .zeroedInnerPages(seed: 1),
            .zeroedInnerPages(seed: 2), .uncut,
        ]
    }

    /// What a power cut makes of names that were not synced.
    package enum Names: Hashable, Sendable {
        case kept, lost
        /// Each change is there or not, by chance; but none without an earlier change of the same name, and a file
        /// that was renamed has its old name or its new one.
        case some(seed: UInt64)
    }

    /// After SIGKILL: all that was written is there, synced or not, and the locks are free.
    package func afterKill() -> MemoryFileSystem {
        MemoryFileSystem(disk: snapshot.restarted)
    }

    /// After a power cut: synced names and contents are there; what becomes of the others is up to the two arguments.
    package func afterPowerCut(_ unsynced: Unsynced, names: Names) -> MemoryFileSystem {
        var disk = snapshot.restarted
        disk.settleNames(names)
        for (number, file) in disk.files {
            disk.files[number] = MemoryNode(unsynced.left(of: file, number: number))
        }
        return MemoryFileSystem(disk: disk)
    }

    package func afterPowerCut(_ unsynced: Unsynced, keepsNames: Bool) -> MemoryFileSystem {
        afterPowerCut(unsynced, names: keepsNames ? .kept : .lost)
    }
}

extension MemoryDisk {
    /// The same disk, its troubles over, without the process that used it.
    fileprivate var restarted: MemoryDisk {
        var disk = self
        (disk.locked, disk.handles, disk.count, disk.isDead) = ([:], [:], 0, false)
        (disk.capacity, disk.isReadOnly, disk.unreadable) = (nil, false, [])
        return disk
    }

    /// Decides about the names that were not synced, and forgets what no name leads to any more.
    fileprivate mutating func settleNames(_ names: MemoryFileSystem.Names) {
        if names != .kept {
            for number in directories.keys {
                let synced = directories[number]?.synced ?? [:]
                directories[number]?.live = synced
            }
        }
        if case .some(let seed) = names { apply(unsyncedNames, seed: seed) }
        unsyncedNames = []
        var reached: [Int: Directory] = [:]
        var ahead = [Self.root]
        while let number = ahead.popLast() {
            guard reached[number] == nil, var directory = directories[number] else { continue }
            directory.synced = directory.live
            reached[number] = directory
            ahead += directory.live.values
        }
        directories = reached
        let named = Set(reached.values.flatMap(\.live.values))
        files = files.filter { named.contains($0.key) }
    }

    private mutating func apply(_ operations: [[NameChange]], seed: UInt64) {
        var chance = MemoryChance(seed: seed, 0)
        var stuck: [Int: Set<String>] = [:]
        for changes in operations {
            let isFree = changes.allSatisfy { stuck[$0.directory]?.contains($0.name) != true }
            let isThere = Bool.random(using: &chance) && isFree
            for change in changes {
                if isThere {
                    directories[change.directory]?.live[change.name] = change.number
                } else {
                    stuck[change.directory, default: []].insert(change.name)
                }
            }
        }
    }
}

extension MemoryFileSystem.Unsynced {
    private static let pageSize = 4096

    func left(of file: MemoryNode, number: Int) -> [UInt8] {
        // Only what was written since can be there in part.
        let start = file.sharedLength
        let written = file.live.count - start
        switch self {
        case .lost: return file.synced
        case .kept: return file.live
        case .uncut: return file.beforeCut ?? file.live
        case .halfKept: return Array(file.live[..<(start + written / 2)])
        case .zeroedBeforeTheEnd:
            return file.live.zeroed(start..<(file.live.count - written / 3))
        case .zeroedInnerPages(let seed):
            return zeroPages(of: file.live, from: start, seed: seed, number: number)
        }
    }

    private func zeroPages(
        of live: [UInt8], from start: Int, seed: UInt64, number: Int
    ) -> [UInt8] {
        guard start < live.count else { return live }
        let pages = start / Self.pageSize..<(live.count - 1) / Self.pageSize
        var chance = MemoryChance(seed: seed, UInt64(number))
        // One at least, or it would be nothing but `kept`.
        let certain = pages.randomElement(using: &chance)
        var left = live
        for page in pages where Bool.random(using: &chance) || page == certain {
            let first = page * Self.pageSize
            left = left.zeroed(max(start, first)..<first + Self.pageSize)
        }
        return left
    }
}

extension [UInt8] {
    fileprivate func zeroed(_ range: Range<Int>) -> [UInt8] {
        var copy = self
        copy.replaceSubrange(range, with: repeatElement(0, count: range.count))
        return copy
    }
}
