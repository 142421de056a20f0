package import Journal
import Synchronization

/// A disk in memory that can lose power, fail, shorten a write, or stop at any one operation.
///
/// Every file and directory is kept twice: as a running process sees it, and as it is on the disk. Only a sync carries
/// one over to the other, names as well as contents, so `afterPowerCut` gives back no more than was synced.
package final class MemoryFileSystem: FileSystem {
    /// One call that reached the disk. Reading, listing and closing are not counted: they change nothing.
    package struct Operation: Hashable, Sendable {
        /// 1, 2, 3 …
        package var number: Int
        package var kind: FileError.Operation
        package var path: String
    }

    package enum Fault: Hashable, Sendable {
        case fail(code: Int32)
        /// Takes only so many bytes of a write and reports that.
        case shorten(to: Int)
        /// The process dies in front of this operation: it and all later ones have no effect.
        case die
        /// The process dies within it: half of a write is done, anything else whole.
        case dieWithin
    }

    /// What a power cut makes of contents that were not synced. Synced ones stay.
    package enum Unsynced: CaseIterable, Sendable {
        case lost, kept, halfKept
        /// The length is there, and everything but the last bytes is zero.
        case zeroedBeforeTheEnd
    }

    struct Node {
        var live: [UInt8] = []
        var synced: [UInt8] = []
    }

    struct Disk {
        var nodes: [Int: Node] = [:]
        /// Names by directory; a name leads to a node, or to 0 for a directory.
        var live: [String: [String: Int]] = ["": [:]]
        var synced: [String: [String: Int]] = ["": [:]]
        /// The open file that holds the lock on a node.
        var locked: [Int: ObjectIdentifier] = [:]
        var nextNode = 1
        var count = 0
        var isDead = false
        var networkKind: String?
    }

    private let disk: Mutex<Disk>
    private let plan: @Sendable (Operation) -> Fault?

    package init(plan: @escaping @Sendable (Operation) -> Fault? = { _ in nil }) {
        disk = Mutex(Disk())
        self.plan = plan
    }

    init(disk: Disk, plan: @escaping @Sendable (Operation) -> Fault? = { _ in nil }) {
        self.disk = Mutex(disk)
        self.plan = plan
    }

    /// How many operations there were.
    package var count: Int { disk.withLock { $0.count } }

    /// Whether a `die` was reached.
    package var isDead: Bool { disk.withLock { $0.isDead } }

    /// The network file system that the disk says it is; `nil` for a local one.
    package var networkKind: String? {
        get { disk.withLock { $0.networkKind } }
        set { disk.withLock { $0.networkKind = newValue } }
    }

    var snapshot: Disk { disk.withLock { $0 } }

    func change(_ body: (inout Disk) -> Void) { disk.withLock { body(&$0) } }

    /// Runs one operation under the plan.
    func perform<Value>(
        _ kind: FileError.Operation, _ path: String,
        _ body: (inout Disk, Fault?) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let result = disk.withLock { disk -> Result<Value, FileError> in
            let dead = FileError(operation: kind, path: path, code: 5)
            guard !disk.isDead else { return .failure(dead) }
            disk.count += 1
            let fault = plan(Operation(number: disk.count, kind: kind, path: path))
            if case .fail(let code) = fault {
                return .failure(FileError(operation: kind, path: path, code: code))
            }
            if fault == .die || fault == .dieWithin { disk.isDead = true }
            if fault == .die { return .failure(dead) }
            do throws(FileError) {
                let value = try body(&disk, fault)
                return disk.isDead ? .failure(dead) : .success(value)
            } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Reads without counting.
    func look<Value>(
        _ kind: FileError.Operation, _ path: String, _ body: (inout Disk) -> Value?
    ) throws(FileError) -> Value {
        let value = disk.withLock { disk in disk.isDead ? nil : body(&disk) }
        guard let value else { throw FileError(operation: kind, path: path, code: 5) }
        return value
    }
}

extension MemoryFileSystem {
    private static let (missing, exists, notPermitted): (Int32, Int32, Int32) = (2, 17, 1)
    private static let (isDirectory, notDirectory, notEmpty): (Int32, Int32, Int32) = (21, 20, 39)

    static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    private static func directory(_ path: String) -> String { path == "." ? "" : path }

    package func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile {
        let (directory, name) = Self.split(path)
        let node = try look(.open, path) { disk in disk.live[directory]?[name] ?? 0 }
        switch access {
        case .reading:
            if node == 0 { throw FileError(operation: .open, path: path, code: Self.missing) }
            return MemoryFile(path: path, node: node, files: self)
        case .appending where node != 0:
            return MemoryFile(path: path, node: node, files: self)
        case .appending, .replacing:
            let made = try perform(.open, path) { (disk, _) throws(FileError) -> Int in
                guard disk.live[directory] != nil else {
                    throw FileError(operation: .open, path: path, code: Self.missing)
                }
                let made = node == 0 ? disk.nextNode : node
                if node == 0 { disk.nextNode += 1 }
                disk.nodes[made, default: Node()].live = []
                disk.live[directory]?[name] = made
                return made
            }
            return MemoryFile(path: path, node: made, files: self)
        }
    }

    package func createDirectory(_ path: String) throws(FileError) {
        let (directory, name) = Self.split(path)
        if try look(.createDirectory, path, { $0.live[path] != nil }) { return }
        try perform(.createDirectory, path) { (disk, _) throws(FileError) in
            guard disk.live[directory] != nil else {
                throw FileError(operation: .createDirectory, path: path, code: Self.missing)
            }
            disk.live[directory]?[name] = 0
            disk.live[path] = [:]
        }
    }

    package func list(_ path: String) throws(FileError) -> [String]? {
        try look(.list, path) { .some($0.live[Self.directory(path)]?.keys.sorted()) }
    }

    package func size(of path: String) throws(FileError) -> Int? {
        let (directory, name) = Self.split(path)
        return try look(.open, path) { disk in
            .some(disk.live[directory]?[name].map { disk.nodes[$0]?.live.count ?? 0 })
        }
    }

    package func rename(_ path: String, to target: String) throws(FileError) {
        let (source, destination) = (Self.split(path), Self.split(target))
        try perform(.rename, path) { (disk, _) throws(FileError) in
            guard let node = disk.live[source.directory]?.removeValue(forKey: source.name) else {
                throw FileError(operation: .rename, path: path, code: Self.missing)
            }
            disk.live[destination.directory]?[destination.name] = node
        }
    }

    package func link(_ path: String, to target: String) throws(FileError) {
        let (source, destination) = (Self.split(path), Self.split(target))
        try perform(.link, path) { (disk, _) throws(FileError) in
            let names = disk.live[destination.directory]
            guard let node = disk.live[source.directory]?[source.name], let names else {
                throw FileError(operation: .link, path: path, code: Self.missing)
            }
            if names[destination.name] != nil {
                throw FileError(operation: .link, path: path, code: Self.exists)
            }
            // The system links no directories.
            if node == 0 { throw FileError(operation: .link, path: path, code: Self.notPermitted) }
            disk.live[destination.directory]?[destination.name] = node
        }
    }

    package func remove(_ path: String) throws(FileError) {
        let (directory, name) = Self.split(path)
        let node = try look(.remove, path) { .some($0.live[directory]?[name]) }
        guard let node else { return }
        if node == 0 { throw FileError(operation: .remove, path: path, code: Self.isDirectory) }
        try perform(.remove, path) { (disk, _) throws(FileError) in
            disk.live[directory]?[name] = nil
        }
    }

    package func removeDirectory(_ path: String) throws(FileError) {
        let (directory, name) = Self.split(path)
        let node = try look(.remove, path) { .some($0.live[directory]?[name]) }
        guard let node else { return }
        if node != 0 { throw FileError(operation: .remove, path: path, code: Self.notDirectory) }
        try perform(.remove, path) { (disk, _) throws(FileError) in
            if disk.live[path]?.isEmpty == false {
                throw FileError(operation: .remove, path: path, code: Self.notEmpty)
            }
            disk.live[directory]?[name] = nil
            disk.live[path] = nil
        }
    }

    package func networkKind(of path: String) throws(FileError) -> String? {
        try look(.status, path) { .some($0.networkKind) }
    }

    package func synchronizeDirectory(_ path: String) throws(FileError) {
        let directory = Self.directory(path)
        try perform(.synchronize, path) { (disk, _) throws(FileError) in
            guard let names = disk.live[directory] else {
                throw FileError(operation: .synchronize, path: path, code: Self.missing)
            }
            disk.synced[directory] = names
        }
    }
}
