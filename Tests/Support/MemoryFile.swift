import Journal

/// An open file of a `MemoryFileSystem`.
final class MemoryFile: OpenFile {
    let path: String
    private let node: Int
    private let files: MemoryFileSystem

    init(path: String, node: Int, files: MemoryFileSystem) {
        self.path = path
        self.node = node
        self.files = files
    }

    private func live(_ disk: MemoryFileSystem.Disk) -> [UInt8] { disk.nodes[node]?.live ?? [] }

    func size() throws(FileError) -> Int {
        try files.look(.read, path) { live($0).count }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        try files.perform(.write, path) { (disk, fault) throws(FileError) in
            var taken = bytes.count
            if case .shorten(let count) = fault { taken = min(count, taken) }
            if fault == .dieWithin { taken /= 2 }
            disk.nodes[node]?.live.append(contentsOf: bytes[..<taken])
            return taken
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
        try files.look(.read, path) { disk in
            let rest = live(disk).dropFirst(offset).prefix(buffer.count)
            buffer.copyBytes(from: rest)
            return rest.count
        }
    }

    func synchronize() throws(FileError) {
        try files.perform(.synchronize, path) { (disk, _) throws(FileError) in
            let live = live(disk)
            disk.nodes[node]?.synced = live
        }
    }

    func truncate(to length: Int) throws(FileError) {
        try files.perform(.truncate, path) { (disk, _) throws(FileError) in
            let left = Array(live(disk).prefix(length))
            disk.nodes[node]?.live = left
        }
    }

    func lock() throws(FileError) -> Bool {
        try files.look(.lock, path) { disk in
            if disk.locked[node] == nil { disk.locked[node] = ObjectIdentifier(self) }
            return disk.locked[node] == ObjectIdentifier(self)
        }
    }

    func close() throws(FileError) {
        try files.look(.close, path) { disk in
            if disk.locked[node] == ObjectIdentifier(self) { disk.locked[node] = nil }
            return ()
        }
    }
}
