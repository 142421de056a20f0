import Glibc
package import Journal
import Synchronization

/// A disk in memory that can lose power, fail, fill up, stand still, or stop at any one operation.
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
        /// A sync of a file that fails does so for good: no later one brings to the disk what this one was to bring.
        case fail(code: Int32)
        /// Takes only so many bytes of a write and reports that.
        case shorten(to: Int)
        /// The process dies in front of this operation: it and all later ones have no effect.
        case die
        /// The process dies within it: half of a write is done, anything else whole.
        case dieWithin
        /// The process dies behind it: it is done, and nobody hears of it.
        case dieAfter
    }

    /// Says what becomes of each operation. It may block, and it may look at the disk.
    package typealias Plan = @Sendable (Operation) -> Fault?

    /// A bare closure in a `Mutex` gets one more wrapping by every access (seen in Swift 6.3), and ever slower to call.
    private struct Held { var plan: Plan }

    private let disk: Mutex<MemoryDisk>
    private let held: Mutex<Held>

    package convenience init(plan: @escaping Plan = { _ in nil }) {
        self.init(disk: MemoryDisk(), plan: plan)
    }

    init(disk: MemoryDisk, plan: @escaping Plan = { _ in nil }) {
        self.disk = Mutex(disk)
        held = Mutex(Held(plan: plan))
    }

    /// May be replaced at any time: a disk that was full has room again.
    package var plan: Plan {
        get { held.withLock { $0.plan } }
        set { held.withLock { $0.plan = newValue } }
    }

    var snapshot: MemoryDisk { disk.withLock { $0 } }

    func change(_ body: (inout MemoryDisk) -> Void) { disk.withLock { body(&$0) } }

    /// Runs one operation under the plan, which is asked without the lock: while it blocks, others go on.
    func perform<Value: Sendable>(
        _ kind: FileError.Operation, _ path: String,
        _ body: (inout MemoryDisk, Fault?) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        let number = try look(kind, path) { (disk) throws(FileError) in
            disk.count += 1
            return disk.count
        }
        let fault = plan(Operation(number: number, kind: kind, path: path))
        return try look(kind, path) { (disk) throws(FileError) in
            if case .fail(let code) = fault {
                throw FileError(operation: kind, path: path, code: code)
            }
            // A sync has something to write only where a write came through.
            if disk.isReadOnly, kind != .synchronize {
                throw FileError(operation: kind, path: path, code: EROFS)
            }
            switch fault {
            case .die: disk.isDead = true
            case .dieWithin, .dieAfter:
                defer { disk.isDead = true }
                _ = try body(&disk, fault)
            default: return try body(&disk, fault)
            }
            throw FileError(operation: kind, path: path, code: EIO)
        }
    }

    /// Goes to the disk without counting.
    func look<Value: Sendable>(
        _ kind: FileError.Operation, _ path: String,
        _ body: (inout MemoryDisk) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        try disk.withLock { (disk) throws(FileError) in
            guard !disk.isDead else { throw FileError(operation: kind, path: path, code: EIO) }
            return try body(&disk)
        }
    }
}
