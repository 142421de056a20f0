import Glibc
package import Journal

extension MemoryFileSystem {
    package func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile {
        let found = try look(.open, path) { (disk) throws(FileError) in
            let number = try disk.place(path, .open)?.number
            let isDirectory = number.map { disk.directories[$0] != nil } ?? false
            if number != nil, access != .reading, isDirectory || disk.isReadOnly {
                throw FileError(operation: .open, path: path, code: isDirectory ? EISDIR : EROFS)
            }
            return number
        }
        let number: Int
        switch (access, found) {
        case (.reading, nil): throw FileError(operation: .open, path: path, code: ENOENT)
        case (.reading, let found?), (.appending, let found?): number = found
        case (.appending, nil), (.replacing, _):
            number = try changing(path, .open) { (disk, place) in
                if let number = place.number {
                    disk.files[number]?.truncate(to: 0)
                    return number
                }
                let number = disk.makeFile()
                disk.change([place.leading(to: number)])
                return number
            }
        }
        change { $0.handles[number, default: 0] += 1 }
        return MemoryFile(path: path, number: number, isWritable: access != .reading, files: self)
    }

    package func createDirectory(_ path: String) throws(FileError) {
        if try number(path, .createDirectory) != nil { return }
        try changing(path, .createDirectory) { disk, place in
            disk.change([place.leading(to: disk.makeDirectory())])
        }
    }

    package func list(_ path: String) throws(FileError) -> [String]? {
        try look(.list, path) { (disk) throws(FileError) in
            do throws(MemoryDisk.LeadsNowhere) { return try disk.names(in: path) } catch {
                if error.code == ENOENT { return nil }
                throw FileError(operation: .list, path: path, code: error.code)
            }
        }
    }

    package func size(of path: String) throws(FileError) -> Int? {
        try look(.open, path) { (disk) throws(FileError) in
            try disk.place(path, .open)?.number.map { disk.files[$0]?.live.count ?? 0 }
        }
    }

    package func rename(_ path: String, to target: String) throws(FileError) {
        try changing(path, .rename) { (disk, source) throws(FileError) in
            func refused(_ code: Int32) -> FileError {
                FileError(operation: .rename, path: path, code: code)
            }
            let destination: MemoryPlace
            do throws(MemoryDisk.LeadsNowhere) {
                destination = try disk.place(target)
            } catch { throw refused(error.code) }
            guard let number = source.number else { throw refused(ENOENT) }
            if let taken = destination.number {
                // Two names of one file: nothing happens (POSIX).
                if taken == number { return }
                switch (disk.directories[number] != nil, disk.directories[taken]) {
                case (true, nil): throw refused(ENOTDIR)
                case (false, .some): throw refused(EISDIR)
                case (true, let directory?) where !directory.live.isEmpty: throw refused(ENOTEMPTY)
                default: break
                }
            }
            disk.change([source.leading(to: nil), destination.leading(to: number)])
        }
    }

    package func link(_ path: String, to target: String) throws(FileError) {
        try changing(path, .link) { (disk, source) throws(FileError) in
            func refused(_ code: Int32) -> FileError {
                FileError(operation: .link, path: path, code: code)
            }
            guard let number = source.number else { throw refused(ENOENT) }
            let destination: MemoryPlace
            do throws(MemoryDisk.LeadsNowhere) { destination = try disk.place(target) } catch {
                throw refused(error.code)
            }
            if destination.number != nil { throw refused(EEXIST) }
            if disk.directories[number] != nil { throw refused(EPERM) }
            disk.change([destination.leading(to: number)])
        }
    }

    package func remove(_ path: String) throws(FileError) {
        guard let number = try number(path, .remove) else { return }
        try changing(path, .remove) { (disk, place) throws(FileError) in
            if disk.directories[number] != nil {
                throw FileError(operation: .remove, path: path, code: EISDIR)
            }
            disk.change([place.leading(to: nil)])
        }
    }

    package func removeDirectory(_ path: String) throws(FileError) {
        guard let number = try number(path, .remove) else { return }
        try changing(path, .remove) { (disk, place) throws(FileError) in
            let isEmpty = disk.directories[number]?.live.isEmpty
            guard isEmpty == true else {
                let code = isEmpty == nil ? ENOTDIR : ENOTEMPTY
                throw FileError(operation: .remove, path: path, code: code)
            }
            disk.change([place.leading(to: nil)])
        }
    }

    package func synchronizeDirectory(_ path: String) throws(FileError) {
        try perform(.synchronize, path) { (disk, _) throws(FileError) in
            do throws(MemoryDisk.LeadsNowhere) {
                disk.synchronize(directory: try disk.directory(path))
            } catch {
                throw FileError(operation: .open, path: path, code: error.code)
            }
        }
    }

    package func networkKind(of path: String) throws(FileError) -> String? {
        try look(.status, path) { (disk) throws(FileError) in
            do throws(MemoryDisk.LeadsNowhere) { _ = try disk.directory(path) } catch {
                throw FileError(operation: .status, path: path, code: error.code)
            }
            return disk.networkKind
        }
    }
}

extension MemoryFileSystem {
    private func number(_ path: String, _ kind: FileError.Operation) throws(FileError) -> Int? {
        try look(kind, path) { (disk) throws(FileError) in try disk.place(path, kind)?.number }
    }

    /// Runs one operation on the place of a name, in a directory that must be there.
    private func changing<Value: Sendable>(
        _ path: String, _ kind: FileError.Operation,
        _ body: (inout MemoryDisk, MemoryPlace) throws(FileError) -> Value
    ) throws(FileError) -> Value {
        try perform(kind, path) { (disk, _) throws(FileError) in
            guard let place = try disk.place(path, kind) else {
                throw FileError(operation: kind, path: path, code: ENOENT)
            }
            return try body(&disk, place)
        }
    }
}

extension MemoryDisk {
    /// `nil` where the directory of a path is not there.
    fileprivate func place(
        _ path: String, _ kind: FileError.Operation
    ) throws(FileError) -> MemoryPlace? {
        do { return try place(path) } catch {
            if error.code == ENOENT { return nil }
            throw FileError(operation: kind, path: path, code: error.code)
        }
    }
}
