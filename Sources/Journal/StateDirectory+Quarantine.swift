extension StateDirectory {
    /// Copies the end of a file to `quarantine/`, durably, and returns where it went; nothing there is ever overwritten.
    func setAside(_ file: any OpenFile, named name: String, from start: Int) throws(FileError)
        -> String
    {
        try files.createDirectory(quarantine)
        let taken = Set(try files.list(quarantine) ?? [])
        var attempt = 1
        while taken.contains("\(name).byte-\(start).\(attempt)") { attempt += 1 }
        let path = "\(quarantine)/\(name).byte-\(start).\(attempt)"
        try copy(file, from: start, upTo: try file.size(), to: path)
        try files.synchronizeDirectory(quarantine)
        // The directory itself may be as new.
        try files.synchronizeDirectory(self.path)
        return path
    }

    /// Moves a segment that failed and is no longer read to `quarantine/`.
    func setAside(segment number: Int) throws(FileError) {
        try files.createDirectory(quarantine)
        let taken = Set(try files.list(quarantine) ?? [])
        let name = SegmentName.name(number)
        var attempt = 1
        while taken.contains("\(name).\(attempt)") { attempt += 1 }
        try files.rename(segment(number), to: "\(quarantine)/\(name).\(attempt)")
        try files.synchronizeDirectory(quarantine)
        try files.synchronizeDirectory(journal)
    }

    /// Removes what was set aside, where somebody is to be forgotten.
    func emptyQuarantine() throws(FileError) {
        for name in try files.list(quarantine) ?? [] { try files.remove("\(quarantine)/\(name)") }
        try files.synchronizeDirectory(quarantine)
    }
}
