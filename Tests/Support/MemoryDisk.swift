import Glibc
import Journal

/// All that is on a disk in memory: a value, so that a disaster is a copy.
///
/// Names lead to numbers, as on a real disk: a file may have several, and a directory keeps its contents when it is renamed.
struct MemoryDisk {
    struct Directory {
        var live: [String: Int] = [:]
        var synced: [String: Int] = [:]
    }

    /// What a name in a directory leads to from now on; to nothing where it was taken away.
    struct NameChange {
        var directory: Int
        var name: String
        var number: Int?
    }

    static let root = 0

    var files: [Int: MemoryNode] = [:]
    var directories = [root: Directory()]
    /// The changes of names that no sync made durable, in order; those of one operation stay together.
    var unsyncedNames: [[NameChange]] = []
    private var nextNumber = 1

    /// The open file that holds the lock on a number.
    var locked: [Int: ObjectIdentifier] = [:]
    /// How often a file is open: it takes up room until it is closed, even without a name.
    var handles: [Int: Int] = [:]
    var count = 0
    var isDead = false

    var networkKind: String?
    var isReadOnly = false
    var capacity: Int?
    var unreadable: Set<String> = []

    /// How many bytes of the capacity are taken.
    var used: Int {
        let named = directories.values.flatMap(\.live.values)
        return Set(named).union(handles.keys).reduce(0) { $0 + (files[$1]?.live.count ?? 0) }
    }

    mutating func makeFile(_ contents: [UInt8] = []) -> Int {
        files[nextNumber] = MemoryNode(contents)
        nextNumber += 1
        return nextNumber - 1
    }

    mutating func makeDirectory() -> Int {
        directories[nextNumber] = Directory()
        nextNumber += 1
        return nextNumber - 1
    }

    mutating func change(_ changes: [NameChange]) {
        for change in changes { directories[change.directory]?.live[change.name] = change.number }
        unsyncedNames.append(changes)
    }

    mutating func synchronize(directory: Int) {
        let live = directories[directory]?.live ?? [:]
        directories[directory]?.synced = live
        unsyncedNames = unsyncedNames.compactMap { changes in
            let left = changes.filter { $0.directory != directory }
            return left.isEmpty ? nil : left
        }
    }
}

/// A place for a name: the directory it is in, and what it leads to now.
struct MemoryPlace {
    var directory: Int
    var name: String
    var number: Int?

    func leading(to number: Int?) -> MemoryDisk.NameChange {
        MemoryDisk.NameChange(directory: directory, name: name, number: number)
    }
}

extension MemoryDisk {
    /// The `errno` of a path that leads nowhere.
    struct LeadsNowhere: Error { var code: Int32 }

    static func components(_ path: String) -> [String] {
        path.split(separator: "/").filter { $0 != "." }.map(String.init)
    }

    func directory(_ path: String) throws(LeadsNowhere) -> Int {
        try walk(Self.components(path)[...])
    }

    func names(in path: String) throws(LeadsNowhere) -> [String] {
        try directories[directory(path)]?.live.keys.sorted() ?? []
    }

    private func walk(_ components: ArraySlice<String>) throws(LeadsNowhere) -> Int {
        var number = Self.root
        for name in components {
            guard let next = directories[number]?.live[name] else {
                throw LeadsNowhere(code: ENOENT)
            }
            guard directories[next] != nil else { throw LeadsNowhere(code: ENOTDIR) }
            number = next
        }
        return number
    }

    func place(_ path: String) throws(LeadsNowhere) -> MemoryPlace {
        let components = Self.components(path)
        // The root has no name.
        guard let name = components.last else { throw LeadsNowhere(code: EBUSY) }
        let directory = try walk(components.dropLast())
        return MemoryPlace(
            directory: directory, name: name, number: directories[directory]?.live[name])
    }
}
