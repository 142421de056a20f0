/// What a snapshot is to hold: files of lines, each made when it is written.
///
/// The caller lists its entities one a line, sorted, so that two snapshots differ only where the state does.
public struct SnapshotContent: Sendable {
    public struct File: Sendable {
        /// `people.jsonl` or, in a folder, `cohorts/ml-101.jsonl`.
        public let name: String
        /// Gives every line, one JSON value without newlines, to `line`.
        public let write: @Sendable (_ line: ([UInt8]) throws -> Void) throws -> Void

        /// A name is digits, `a-z` and hyphens, with at most one folder, and ends in `.jsonl`; nil for any other, since
        /// a name must never lead out of the snapshot.
        public init?(
            name: String,
            write: @escaping @Sendable (_ line: ([UInt8]) throws -> Void) throws -> Void
        ) {
            guard Self.isName(name) else { return nil }
            self.name = name
            self.write = write
        }

        static func isName(_ name: String) -> Bool {
            guard name.hasSuffix(".jsonl"), name.utf8.count <= 200 else { return false }
            let parts = name.dropLast(6).split(separator: "/", omittingEmptySubsequences: false)
            return (1...2).contains(parts.count)
                && parts.allSatisfy { part in
                    !part.isEmpty
                        && part.utf8.allSatisfy { byte in
                            48...57 ~= byte || 97...122 ~= byte || byte == UInt8(ascii: "-")
                        }
                }
        }
    }

    public var files: [File]

    public init(files: [File]) { self.files = files.sorted { $0.name < $1.name } }
}
