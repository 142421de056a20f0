/// One look at everything in a state directory, in the order in which a start would read it.
struct InspectionRun<Part: Sendable> {
    let directory: StateDirectory
    let program: String
    let host: InspectionHost
    private(set) var inspection = Inspection()

    init(_ directory: StateDirectory, program: String, host: InspectionHost) {
        self.directory = directory
        self.program = program
        self.host = host
    }

    mutating func readAll(_ makeReader: () -> StateReader<Part>) throws(JournalFault) {
        guard
            try onDisk({ () throws(FileError) in try directory.files.list(directory.path) })?
                .isEmpty == false
        else { return }
        inspection.networkKind = try? directory.files.networkKind(of: directory.path)
        let found = try beginning()
        try lock()
        let generations = try generations(found)
        let reader = makeReader()
        let current = try read(generations.current, .current, head: found, reader)
        if let previous = generations.previous {
            let end = try read(previous, .previous, head: nil, reader)
            try connect(end, to: current.start, previous)
        }
        try others(beside: generations)
        try modes()
        if let found { try start(on: found, makeReader()) }
    }

    /// FORMAT and HEAD; nil where there is no sound HEAD.
    private mutating func beginning() throws(JournalFault) -> Head? {
        for path in [directory.format, directory.head] {
            let size = try onDisk { () throws(FileError) in try directory.files.size(of: path) }
            if size != nil { add(Inspection.File(path, .current, bytes: size)) }
        }
        do throws(JournalFault) {
            return try directory.readHead(program: program)
        } catch {
            guard case .damaged(let path, let line, let damage) = error else { throw error }
            report(path, .current, line, "\(damage)")
        }
        let bytes = try onDisk { () throws(FileError) in
            try directory.contents(directory.head)
        }
        return bytes.flatMap { Head($0) }
    }

    private mutating func lock() throws(JournalFault) {
        let bytes = try onDisk { () throws(FileError) in try directory.contents(directory.lock) }
        guard let bytes else { return }
        add(Inspection.File(directory.lock, .current, bytes: bytes.count))
        let holder = DirectoryLock.holder(bytes)
        let who =
            "pid \(holder.pid.map(String.init) ?? "unknown")"
            + (holder.since.map { " since \($0)" } ?? "")
        switch host.isLocked(directory.lock) {
        case true?: note(directory.lock, "in use by \(who)")
        case nil where holder.pid != nil: note(directory.lock, "last used by \(who)")
        default: break
        }
    }

    /// A start is tried, too, without keeping anything: what it refuses is damage, whatever else was found.
    private mutating func start(
        on head: Head, _ reader: StateReader<Part>
    ) throws(JournalFault) {
        guard inspection.isStartable else { return }
        do throws(JournalFault) {
            var recovery = Recovery()
            recovery.tornTail = try directory.replay(head, .reading, reader, &recovery).tail
            inspection.recovery = recovery
        } catch {
            guard case .damaged(let path, let line, let damage) = error else { throw error }
            report(path, .current, line, "\(damage)")
        }
    }

    // MARK: Findings

    mutating func add(_ file: Inspection.File) { inspection.files.append(file) }

    /// Notes damage; in a file that is not there, the file is added.
    mutating func report(
        _ path: String, _ role: Inspection.Role, _ line: Int?, _ reason: String
    ) {
        add(Inspection.Finding(line: line, reason: reason, isDamage: true), to: path, role)
    }

    mutating func note(
        _ path: String, _ reason: String, as role: Inspection.Role = .orphan
    ) {
        add(Inspection.Finding(line: nil, reason: reason, isDamage: false), to: path, role)
    }

    private mutating func add(
        _ finding: Inspection.Finding, to path: String, _ role: Inspection.Role
    ) {
        if let index = inspection.files.lastIndex(where: { $0.path == path }) {
            inspection.files[index].findings.append(finding)
        } else {
            var file = Inspection.File(path, role)
            file.findings = [finding]
            add(file)
        }
    }

    private mutating func modes() throws(JournalFault) {
        var folders: [String] = []
        for folder in [directory.path, directory.journal, directory.snapshots, directory.submitted]
        {
            if host.mode(folder) != nil { folders.append(folder) }
        }
        for folder in folders { check(folder, mode: 0o700) }
        for file in inspection.files where file.bytes != nil && file.role != .orphan {
            check(file.path, mode: 0o600)
        }
    }

    private mutating func check(_ path: String, mode wanted: Int) {
        guard let mode = host.mode(path), mode != wanted else { return }
        note(
            path, "its mode is \(String(mode, radix: 8)) and should be \(String(wanted, radix: 8))")
    }
}
