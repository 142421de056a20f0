/// What a test sees and plants on the disk, past all plans.
extension MemoryFileSystem {
    /// The contents of a file as a process sees them; `nil` where there is none.
    package func contents(_ path: String) -> [UInt8]? {
        let disk = snapshot
        return (try? disk.place(path))?.number.flatMap { disk.files[$0]?.live }
    }

    /// Puts `bytes` in a file, and so under all its names, as if they had always been there; `nil` takes the name away.
    package func replace(_ path: String, with bytes: [UInt8]?) {
        change { disk in
            var directory = MemoryDisk.root
            let components = MemoryDisk.components(path)
            for name in components.dropLast() {
                let next = disk.directories[directory]?.live[name] ?? disk.makeDirectory()
                disk.plant(next, as: name, in: directory)
                directory = next
            }
            guard let name = components.last else { return }
            let number = disk.directories[directory]?.live[name]
            if let number, let bytes {
                disk.files[number] = MemoryNode(bytes)
                disk.plant(number, as: name, in: directory)
            } else {
                disk.plant(bytes.map { disk.makeFile($0) }, as: name, in: directory)
            }
        }
    }

    /// Every file there is, by path.
    package var paths: [String] { tree.keys.sorted() }

    /// The contents of every file by path: two disks that a process cannot tell apart have the same.
    package var tree: [String: [UInt8]] {
        let disk = snapshot
        var found: [String: [UInt8]] = [:]
        var ahead = [("", MemoryDisk.root)]
        while let (path, number) = ahead.popLast() {
            if let file = disk.files[number] { found[path] = file.live }
            for (name, next) in disk.directories[number]?.live ?? [:] {
                ahead.append((path.isEmpty ? name : "\(path)/\(name)", next))
            }
        }
        return found
    }
}

extension MemoryDisk {
    fileprivate mutating func plant(_ number: Int?, as name: String, in directory: Int) {
        directories[directory]?.live[name] = number
        directories[directory]?.synced[name] = number
    }
}
