import FoundationEssentials
import Glibc
import Testing

@testable import Journal
@testable import Support

/// The disk in memory is only a judge as long as it answers as a real one does.
@Suite struct FileSystemTests {
    private static let directories = ["d", "e", "d/f"]
    private static let paths =
        directories + ["", "d/", "e/", "d/f/"].flatMap { ["\($0)a", "\($0)b"] } + ["x/a", "a/b"]

    /// One call with its arguments chosen by chance, and what came of it, in words.
    private func step(
        _ files: any FileSystem, in base: String, _ chance: inout MemoryChance
    ) -> String {
        let directory = Self.directories.randomElement(using: &chance) ?? ""
        let path = Self.paths.randomElement(using: &chance) ?? ""
        var other = Self.paths.randomElement(using: &chance) ?? ""
        // What a directory's move into itself is called differs from kernel to kernel.
        if path.hasPrefix(other) || other.hasPrefix(path) { other = "c" }
        let (full, target) = ("\(base)/\(path)", "\(base)/\(other)")
        let kind = Int.random(in: 0..<10, using: &chance)
        let length = Int.random(in: 0..<20, using: &chance)
        var done = "\(kind) \(path) \(other) \(directory): "
        do throws(FileError) {
            switch kind {
            case 0: try files.createDirectory("\(base)/\(directory)")
            case 1: try files.createDirectory(full)
            case 2, 3:
                let file = try files.open(full, kind == 2 ? .appending : .replacing)
                try file.appendAll((0..<length).map { UInt8($0) })
                try file.synchronize()
                done += "\(try file.size()) bytes "
            case 4:
                let file = try files.open(full, .appending)
                try file.truncate(to: length)
            case 5: try files.rename(full, to: target)
            case 6: try files.link(full, to: target)
            case 7: try files.remove(full)
            case 8: try files.removeDirectory(full)
            default:
                try files.synchronizeDirectory("\(base)/\(directory)")
                done += "\(try files.list(full) ?? ["none"]) \(try files.size(of: full) == nil)"
            }
            return done
        } catch {
            return done + "\(error.operation) \(error.path.dropFirst(base.count)) \(error.code)"
        }
    }

    /// All there is, with the contents of the files.
    private func tree(_ files: any FileSystem, _ path: String) throws -> [String] {
        let names: [String]
        do throws(FileError) { names = try files.list(path) ?? [] } catch {
            // It is a file.
            return ["\(try files.open(path, .reading).readAll())"]
        }
        return try names.flatMap { try ["\($0)"] + tree(files, "\(path)/\($0)").map { "  \($0)" } }
    }

    @Test(
        "the disk in memory does what the real one does, errors included",
        arguments: 1...12 as ClosedRange<UInt64>)
    func likeTheRealOne(seed: UInt64) throws {
        var template = Array("/tmp/cohortbot-files-XXXXXX".utf8CString)
        let real = try template.withUnsafeMutableBufferPointer { buffer in
            let base = try #require(buffer.baseAddress)
            return String(cString: try #require(mkdtemp(base)))
        }
        defer { try? FileManager.default.removeItem(atPath: real) }
        let memory = MemoryFileSystem()
        try memory.createDirectory("base")
        var (chance, same) = (MemoryChance(seed: seed, 0), MemoryChance(seed: seed, 0))
        for number in 1...150 {
            let expected = step(SystemFiles(), in: real, &chance)
            let found = step(memory, in: "base", &same)
            try #require(found == expected, "step \(number)")
            try #require(try tree(memory, "base") == tree(SystemFiles(), real), "\(found)")
        }
    }
}
