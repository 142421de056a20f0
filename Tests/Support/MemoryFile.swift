import Glibc
import Journal
import Synchronization

/// An open file of a `MemoryFileSystem`.
final class MemoryFile: OpenFile {
    let path: String
    private let number: Int
    private let isWritable: Bool
    private let files: MemoryFileSystem
    private let isClosed = Atomic(false)

    init(path: String, number: Int, isWritable: Bool, files: MemoryFileSystem) {
        self.path = path
        self.number = number
        self.isWritable = isWritable
        self.files = files
    }

    deinit { try? close() }

    /// After `close` the descriptor may be somebody else's: to use it is an error even here.
    private func check(
        _ kind: FileError.Operation, writes: Bool = false
    ) throws(FileError) {
        if isClosed.load(ordering: .relaxed) || (writes && !isWritable) {
            throw FileError(operation: kind, path: path, code: EBADF)
        }
    }

    func size() throws(FileError) -> Int {
        try check(.read)
        return try files.look(.read, path) { $0.files[number]?.live.count ?? 0 }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        try check(.write, writes: true)
        return try files.perform(.write, path) { (disk, fault) throws(FileError) in
            var taken = bytes.count
            if case .shorten(let count) = fault { taken = min(count, taken) }
            if fault == .dieWithin { taken /= 2 }
            if let capacity = disk.capacity {
                let room = max(0, capacity - disk.used)
                if room == 0, taken > 0 {
                    throw FileError(operation: .write, path: path, code: ENOSPC)
                }
                taken = min(taken, room)
            }
            disk.files[number]?.append(bytes[..<taken])
            return taken
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
        try check(.read)
        return try files.look(.read, path) { (disk) throws(FileError) in
            if disk.unreadable.contains(path) {
                throw FileError(operation: .read, path: path, code: EIO)
            }
            let rest = disk.files[number]?.live.dropFirst(offset).prefix(buffer.count) ?? []
            buffer.copyBytes(from: rest)
            return rest.count
        }
    }

    func synchronize() throws(FileError) {
        try check(.synchronize)
        do {
            try files.perform(.synchronize, path) { (disk, _) throws(FileError) in
                if disk.isReadOnly, disk.files[number]?.isDirty == true {
                    throw FileError(operation: .synchronize, path: path, code: EROFS)
                }
                disk.files[number]?.synchronize()
            }
        } catch {
            files.change { disk in
                // Where only the process died, the kernel still has it.
                if !disk.isDead { disk.files[number]?.failToSynchronize() }
            }
            throw error
        }
    }

    func truncate(to length: Int) throws(FileError) {
        try check(.truncate, writes: true)
        try files.perform(.truncate, path) { (disk, _) in disk.files[number]?.truncate(to: length) }
    }

    func lock() throws(FileError) -> Bool {
        try check(.lock)
        return try files.look(.lock, path) { disk in
            let holder = disk.locked[number] ?? ObjectIdentifier(self)
            disk.locked[number] = holder
            return holder == ObjectIdentifier(self)
        }
    }

    func close() throws(FileError) {
        guard !isClosed.exchange(true, ordering: .relaxed) else { return }
        files.change { disk in
            if disk.locked[number] == ObjectIdentifier(self) { disk.locked[number] = nil }
            disk.handles[number] = disk.handles[number].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }
}
