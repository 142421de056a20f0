extension StateDirectory {
    /// What is copied at a time, whatever a file's length.
    private static let step = 1 << 20

    /// Copies a part of a file to one of its own, whose contents are on disk when this returns; its name is not yet.
    func copy(
        _ file: any OpenFile, from start: Int = 0, upTo end: Int, to path: String
    ) throws(FileError) {
        let copy = try files.open(path, .replacing)
        var offset = start
        while offset < end {
            let bytes = try file.read(at: offset, count: min(Self.step, end - offset))
            guard !bytes.isEmpty else {
                throw FileError(operation: .read, path: file.path, code: FileError.inputOutput)
            }
            try copy.appendAll(bytes)
            offset += bytes.count
        }
        try copy.synchronize()
        try copy.close()
    }
}
