/// What every file of a state is like, after all of it was read and nothing of it was changed.
///
/// A start stops at the first damage; this goes on, so that whoever repairs a disk knows all of it at once.
public struct Inspection: Hashable, Sendable {
    /// What a file is for.
    public enum Role: Hashable, Sendable {
        /// A start needs it.
        case current
        /// Kept for repairs: the generation before.
        case previous
        /// Submitted work.
        case submitted
        /// No part of the state: left over, set aside, or not ours.
        case orphan
    }

    public struct Finding: Hashable, Sendable {
        /// nil where it concerns the file as a whole.
        public var line: Int?
        public var reason: String
        /// False for what should be known and harms nothing: a tail that nobody was told of, a wrong file mode.
        public var isDamage: Bool

        public init(line: Int?, reason: String, isDamage: Bool) {
            self.line = line
            self.reason = reason
            self.isDamage = isDamage
        }
    }

    public struct File: Hashable, Sendable {
        public var path: String
        public var role: Role
        public var bytes: Int?
        /// nil for a file that does not consist of lines, or was not read.
        public var lines: Int?
        /// Of the journal's files.
        public var firstSeq: Int?
        public var lastSeq: Int?
        public var findings: [Finding] = []

        public var isSound: Bool { !findings.contains(where: \.isDamage) }

        init(_ path: String, _ role: Role, bytes: Int? = nil) {
            self.path = path
            self.role = role
            self.bytes = bytes
        }
    }

    /// In the order in which a start reads them; empty where there is no state at all.
    public internal(set) var files: [File] = []
    /// The last record that a start would come to; nil where it would refuse.
    public internal(set) var recovery: Recovery?
    /// `NFS`, `SMB` … where the directory is on a network file system, whose promises are weaker.
    public internal(set) var networkKind: String?

    public var isSound: Bool { files.allSatisfy(\.isSound) }

    /// Whether a bot would start on it.
    public var isStartable: Bool { files.allSatisfy { $0.role != .current || $0.isSound } }

    /// The digests of the submitted files that are there.
    public var submitted: Set<String> {
        Set(
            files.filter { $0.role == .submitted }.compactMap {
                $0.path.split(separator: "/").last.map(String.init)
            })
    }

    /// Notes submitted files that records name and that are not there.
    public mutating func miss(_ digests: Set<String>, in directory: String) {
        for digest in digests.sorted() {
            var file = File(StateDirectory.submittedPath(digest, in: directory), .submitted)
            file.findings = [Finding(line: nil, reason: "missing", isDamage: true)]
            files.append(file)
        }
    }

    /// Reads a state as it is now, with or without a bot at work on it.
    ///
    /// A bot may remove the generation that is being read. Then all begins anew, with a new reader from `makeReader`.
    /// - Throws: `.disk` for what cannot be read, `.newerFormat` for what must not be judged.
    public static func run<Part>(
        directory: String, files: any FileSystem, program: String, host: InspectionHost = .unknown,
        makeReader: () -> StateReader<Part>
    ) throws(JournalFault) -> Inspection {
        let directory = StateDirectory(directory, files)
        var attempts = 1
        while true {
            let before = directory.headAsFound
            var run = InspectionRun<Part>(directory, program: program, host: host)
            var failure: JournalFault?
            do throws(JournalFault) {
                try run.readAll(makeReader)
            } catch {
                failure = error
            }
            let isWell = failure == nil && run.inspection.isSound
            if isWell || attempts == 5 || directory.headAsFound?.first == before?.first {
                if let failure { throw failure }
                return run.inspection
            }
            attempts += 1
        }
    }
}

extension StateDirectory {
    /// HEAD where it can be read: to see whether a bot moved on.
    fileprivate var headAsFound: Head? { (try? contents(head)).flatMap { $0.flatMap(Head.init) } }
}
