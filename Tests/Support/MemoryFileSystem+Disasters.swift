/// What is left after the process or the machine went away, as a disk without faults.
extension MemoryFileSystem {
    /// After SIGKILL: all that was written is there, synced or not, and the locks are free.
    package func afterKill() -> MemoryFileSystem {
        var disk = snapshot
        disk.isDead = false
        disk.locked = [:]
        disk.count = 0
        return MemoryFileSystem(disk: disk, plan: { _ in nil })
    }

    /// After a power cut: synced names and contents are there; what becomes of the others is `unsynced`, and
    /// of names that were not, `keepsNames`.
    package func afterPowerCut(_ unsynced: Unsynced, keepsNames: Bool) -> MemoryFileSystem {
        var disk = snapshot
        disk.isDead = false
        disk.locked = [:]
        disk.count = 0
        for (id, node) in disk.nodes {
            let left = unsynced.applied(to: node)
            disk.nodes[id] = Node(live: left, synced: left)
        }
        if !keepsNames { disk.live = Self.reachable(disk.synced) }
        disk.synced = disk.live
        return MemoryFileSystem(disk: disk, plan: { _ in nil })
    }

    /// A directory whose own name was not synced is gone with all that is in it; a new one starts empty.
    private static func reachable(_ synced: [String: [String: Int]]) -> [String: [String: Int]] {
        var found: [String: [String: Int]] = [:]
        var open = [""]
        while let directory = open.popLast() {
            let names = synced[directory] ?? [:]
            found[directory] = names
            for (name, node) in names where node == 0 {
                open.append(directory.isEmpty ? name : "\(directory)/\(name)")
            }
        }
        return found
    }

    /// The contents of a file as a process sees them; `nil` where there is none.
    package func contents(_ path: String) -> [UInt8]? {
        let (directory, name) = Self.split(path)
        let disk = snapshot
        return disk.live[directory]?[name].flatMap { disk.nodes[$0]?.live }
    }

    /// Puts `bytes` in a file as if they had always been there; `nil` deletes it.
    package func replace(_ path: String, with bytes: [UInt8]?) {
        let (directory, name) = Self.split(path)
        change { disk in
            if let bytes {
                let node = disk.live[directory]?[name] ?? disk.nextNode
                disk.nextNode = max(disk.nextNode, node + 1)
                disk.nodes[node] = Node(live: bytes, synced: bytes)
                disk.live[directory, default: [:]][name] = node
                disk.synced[directory, default: [:]][name] = node
            } else {
                disk.live[directory]?[name] = nil
                disk.synced[directory]?[name] = nil
            }
        }
    }

    /// Every file there is, by path.
    package var paths: [String] {
        snapshot.live.flatMap { directory, names in
            names.filter { $0.value != 0 }.keys.map {
                directory.isEmpty ? $0 : "\(directory)/\($0)"
            }
        }.sorted()
    }
}

extension MemoryFileSystem.Unsynced {
    func applied(to node: MemoryFileSystem.Node) -> [UInt8] {
        let (live, synced) = (node.live, node.synced)
        // Only what was appended can be half there; a file that was emptied or cut is old or new.
        guard live.starts(with: synced), live.count > synced.count else {
            return self == .lost ? synced : live
        }
        let added = live[synced.count...]
        switch self {
        case .lost: return synced
        case .kept: return live
        case .halfKept: return synced + added.prefix(added.count / 2)
        case .zeroedBeforeTheEnd:
            let last = added.suffix(added.count / 3)
            return synced + [UInt8](repeating: 0, count: added.count - last.count) + last
        }
    }
}
