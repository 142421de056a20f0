/// What a snapshot holds: how far it reaches, and how long every file is and what its lines hash to.
struct Manifest: Hashable, Sendable {
    struct File: Hashable, Sendable {
        var name: String
        var lines: Int
        var bytes: Int
        /// Over the lines' checksums, in order.
        var digest: Chain
    }

    /// The last record whose effect is in the snapshot, and the running hash up to it.
    var seq: Int
    var chain: Chain
    /// By name.
    var files: [File] = []

    /// The length of all files.
    var byteCount: Int { files.reduce(0) { $0 + $1.bytes } }

    /// One checksummed line for the whole, then one for each file.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        ChecksummedLine.append(
            Array("{\"seq\":\(seq),\"chain\":\"\(chain.text)\",\"files\":\(files.count)}".utf8),
            to: &bytes)
        for file in files {
            ChecksummedLine.append(
                Array(
                    ("{\"name\":\"\(file.name)\",\"lines\":\(file.lines),\"bytes\":\(file.bytes),"
                        + "\"digest\":\"\(file.digest.text)\"}").utf8), to: &bytes)
        }
        return bytes
    }

    init(seq: Int, chain: Chain, files: [File] = []) {
        self.seq = seq
        self.chain = chain
        self.files = files
    }

    /// Reads exactly what `bytes` writes.
    /// - Throws: the line that is not as it was written, and why.
    init(_ bytes: [UInt8]) throws(Fault) {
        var files: [File] = []
        var start: (seq: Int, chain: Chain, count: Int)?
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty, let start, number == start.count + 2 { continue }
            let read: (first: (Int, Chain, Int)?, file: File?)
            switch Self.read(Array(line)) {
            case .success(let found): read = found
            case .failure(let damage): throw Fault(line: number, damage: .line(damage))
            }
            if number == 1, let first = read.first {
                start = first
            } else if number > 1, let file = read.file, SnapshotContent.File.isName(file.name),
                files.last.map({ $0.name < file.name }) != false
            {
                // In another order the entities, too, would be taken in another order.
                files.append(file)
            } else {
                throw Fault(line: number, damage: .line(.notARecord))
            }
        }
        guard let start, files.count == start.count else {
            throw Fault(line: max(1, number), damage: .malformed)
        }
        self.init(seq: start.seq, chain: start.chain, files: files)
        guard self.bytes == bytes else { throw Fault(line: 1, damage: .malformed) }
    }

    struct Fault: Error {
        var line: Int
        var damage: JournalFault.Damage
    }

    private static func read(
        _ line: [UInt8]
    ) -> Result<(first: (Int, Chain, Int)?, file: File?), LineDamage> {
        line.withUnsafeBytes { raw in
            ChecksummedLine.verify(raw).map { body, _ in (first(body), file(body)) }
        }
    }

    private static func first(_ body: UnsafeRawBufferPointer) -> (Int, Chain, Int)? {
        var scanner = LineScanner(body)
        guard scanner.skip("{\"seq\":"), let seq = scanner.number(), scanner.skip(",\"chain\":"),
            let chain = scanner.string().flatMap({ UInt64($0, radix: 16) }),
            scanner.skip(",\"files\":"), let count = scanner.number(), scanner.skip("}")
        else { return nil }
        return (seq, Chain(value: chain), count)
    }

    private static func file(_ body: UnsafeRawBufferPointer) -> File? {
        var scanner = LineScanner(body)
        guard scanner.skip("{\"name\":"), let name = scanner.string(),
            scanner.skip(",\"lines\":"), let lines = scanner.number(),
            scanner.skip(",\"bytes\":"), let bytes = scanner.number(),
            scanner.skip(",\"digest\":"),
            let digest = scanner.string().flatMap({ UInt64($0, radix: 16) }), scanner.skip("}")
        else { return nil }
        return File(name: name, lines: lines, bytes: bytes, digest: Chain(value: digest))
    }
}
