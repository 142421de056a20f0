import Dispatch
import Glibc
import Testing

@testable import Journal
@testable import Support

@Suite struct FileSystemInMemoryTests {
    private let text = Array("text".utf8)

    private func write(_ bytes: [UInt8], to path: String, on files: MemoryFileSystem) throws {
        let file = try files.open(path, .appending)
        try file.appendAll(bytes)
        try file.synchronize()
        try file.close()
    }

    /// A disk with `d/a`, names and all synced.
    private func disk() throws -> MemoryFileSystem {
        let files = MemoryFileSystem()
        files.replace("d/a", with: text)
        return files
    }

    @Test("a removed name is back after a power cut unless its directory was synced")
    func removed() throws {
        let files = try disk()
        try files.remove("d/a")
        try files.removeDirectory("d")
        #expect(files.tree == [:])
        #expect(files.afterPowerCut(.lost, keepsNames: true).tree == [:])
        #expect(files.afterPowerCut(.lost, keepsNames: false).tree == ["d/a": text])
        try files.synchronizeDirectory(".")
        #expect(files.afterPowerCut(.lost, keepsNames: false).tree == [:])
    }

    @Test("linked names share their contents, and each lasts by its own directory's sync")
    func linked() throws {
        let files = try disk()
        try files.createDirectory("e")
        try files.synchronizeDirectory(".")
        try files.link("d/a", to: "e/b")
        try files.remove("d/a")
        try files.synchronizeDirectory("e")
        try write(text, to: "e/b", on: files)
        let lost = files.afterPowerCut(.lost, keepsNames: false)
        #expect(lost.tree == ["d/a": text + text, "e/b": text + text])
        #expect(lost.used == 8)
        #expect(files.afterPowerCut(.lost, keepsNames: true).tree == ["e/b": text + text])
    }

    @Test("a directory is renamed with all that is in it, and lost with all that is in it")
    func renamedDirectory() throws {
        let files = MemoryFileSystem()
        try files.createDirectory("new")
        try write(text, to: "new/a", on: files)
        try files.synchronizeDirectory("new")
        try files.rename("new", to: "old")
        #expect(files.tree == ["old/a": text])
        #expect(files.afterPowerCut(.kept, keepsNames: false).tree == [:])
        try files.synchronizeDirectory(".")
        #expect(files.afterPowerCut(.kept, keepsNames: false).tree == ["old/a": text])
    }

    @Test("a power cut may keep any unsynced names of a directory without the others")
    func someNames() throws {
        let files = MemoryFileSystem()
        for name in ["a", "b"] { try write(text, to: name, on: files) }
        let found = Set((1...40).map { files.afterPowerCut(.kept, names: .some(seed: $0)).paths })
        #expect(found == [[], ["a"], ["b"], ["a", "b"]])
        let again = files.afterPowerCut(.kept, names: .some(seed: 7)).tree
        #expect(files.afterPowerCut(.kept, names: .some(seed: 7)).tree == again)
    }

    @Test("a synced file that was renamed, even often, keeps a name and its contents")
    func someRenames() throws {
        let files = try disk()
        try files.rename("d/a", to: "d/b")
        try write([1], to: "d/a", on: files)
        try files.rename("d/b", to: "d/c")
        var names: Set<String> = []
        for seed in 1...100 as ClosedRange<UInt64> {
            let left = files.afterPowerCut(.kept, names: .some(seed: seed)).tree
            names.formUnion(left.filter { $0.value == text }.keys)
            #expect(left.values.filter { $0 == text }.count == 1)
        }
        #expect(names == ["d/a", "d/b", "d/c"])
    }

    @Test("a name is replaced whole or not at all")
    func replacedNames() throws {
        let files = try disk()
        try write([1], to: "d/a.tmp", on: files)
        try files.rename("d/a.tmp", to: "d/a")
        let found = Set((1...40).map { files.afterPowerCut(.kept, names: .some(seed: $0)).tree })
        #expect(found == [["d/a": text], ["d/a": text, "d/a.tmp": [1]], ["d/a": [1]]])
    }

    @Test("what a failed sync was to bring is lost, whatever later syncs say")
    func failedSync() throws {
        let files = try disk()
        let file = try files.open("d/a", .appending)
        try file.appendAll([1, 2])
        files.plan = { $0.kind == .synchronize ? .fail(code: EIO) : nil }
        #expect(throws: FileError(operation: .synchronize, path: "d/a", code: EIO)) {
            try file.synchronize()
        }
        files.plan = { _ in nil }
        try file.appendAll([3])
        try file.synchronize()
        #expect(files.contents("d/a") == text + [1, 2, 3])
        #expect(files.afterPowerCut(.lost, keepsNames: true).contents("d/a") == text + [0, 0, 3])
        try file.truncate(to: 4)
        try file.appendAll([4])
        try file.synchronize()
        #expect(files.afterPowerCut(.lost, keepsNames: true).contents("d/a") == text + [4])
    }

    @Test("what was cut off may be there again until a sync")
    func uncut() throws {
        let files = try disk()
        let file = try files.open("d/a", .appending)
        try file.appendAll([1, 2])
        try file.truncate(to: 3)
        let start = Array(text.prefix(3))
        func left(_ unsynced: MemoryFileSystem.Unsynced) -> [UInt8]? {
            files.afterPowerCut(unsynced, keepsNames: true).contents("d/a")
        }
        #expect([left(.lost), left(.kept), left(.uncut)] == [text, start, text + [1, 2]])
        try file.synchronize()
        #expect([left(.lost), left(.kept), left(.uncut)] == [start, start, start])
    }

    @Test("of pages that were to be written some are zero, never the last, never what was synced")
    func innerPages() throws {
        let files = MemoryFileSystem()
        let synced = [UInt8](repeating: 1, count: 5000)
        files.replace("a", with: synced)
        try files.open("a", .appending).appendAll([UInt8](repeating: 2, count: 20_000))
        var shapes: Set<[Bool]> = []
        for seed in 1...60 as ClosedRange<UInt64> {
            let disk = files.afterPowerCut(.zeroedInnerPages(seed: seed), keepsNames: true)
            let left = try #require(disk.contents("a"))
            #expect(left.count == 25_000)
            #expect(Array(left[..<5000]) == synced)
            let pages = stride(from: 4096, to: left.count, by: 4096).map { start in
                Set(left[max(5000, start)..<min(start + 4096, left.count)])
            }
            #expect(pages.allSatisfy { $0 == [0] || $0 == [2] })
            #expect(pages.contains([0]) && pages.last == [2])
            shapes.insert(pages.map { $0 == [0] })
        }
        #expect(shapes.count > 10)
    }

    @Test("a full disk takes what fits, then nothing, and has room again where something went")
    func capacity() throws {
        let files = try disk()
        try files.link("d/a", to: "d/b")
        files.capacity = 7
        let file = try files.open("d/c", .appending)
        let full = FileError(operation: .write, path: "d/c", code: ENOSPC)
        #expect(throws: full) { try file.appendAll(text) }
        #expect(files.contents("d/c") == Array(text.prefix(3)))
        #expect(throws: full) { try file.appendAll(text) }
        let open = try files.open("d/a", .reading)
        for name in ["d/a", "d/b"] {
            try files.remove(name)
            #expect(files.used == 7)
        }
        try open.close()
        #expect(files.used == 3)
        try file.appendAll(text)
        try file.truncate(to: 0)
        #expect(files.used == 0)
    }

    @Test("a read-only disk is read, and refuses every change")
    func readOnly() throws {
        let files = try disk()
        let file = try files.open("d/a", .appending)
        files.isReadOnly = true
        let changes: [() throws -> Void] = [
            { try file.appendAll([1]) }, { try file.truncate(to: 0) },
            { _ = try files.open("d/a", .appending) }, { _ = try files.open("d/b", .replacing) },
            { try files.createDirectory("e") }, { try files.remove("d/a") },
            { try files.rename("d/a", to: "d/b") }, { try files.link("d/a", to: "d/b") },
        ]
        for change in changes {
            let error = #expect(throws: FileError.self) { try change() }
            #expect(error?.code == EROFS)
        }
        try file.synchronize()
        #expect(try files.open("d/a", .reading).readAll() == text)
        #expect(files.afterKill().isReadOnly == false)
    }

    @Test("a file that cannot be read says so")
    func unreadable() throws {
        let files = try disk()
        files.unreadable = ["d/a"]
        #expect(throws: FileError(operation: .read, path: "d/a", code: EIO)) {
            try files.open("d/a", .reading).readAll()
        }
    }

    @Test("a plan may look at the disk, and while it blocks others go on")
    func gate() async throws {
        let files = try disk()
        let gate = MemoryGate()
        files.plan = { operation in
            if operation.path == "d/slow", files.count > 0 { gate.pass() }
            return nil
        }
        async let slow: Void = onThread { try self.write([1], to: "d/slow", on: files) }
        await gate.arrival()
        try write([2], to: "d/quick", on: files)
        #expect(files.tree == ["d/a": text, "d/quick": [2]])
        gate.open()
        try await slow
        #expect(files.contents("d/slow") == [1])
    }

    @Test("a plan holds until it is replaced")
    func replacedPlan() throws {
        let files = try disk()
        files.plan = { $0.number >= 2 ? .fail(code: ENOSPC) : nil }
        let file = try files.open("d/a", .appending)
        try file.appendAll([1])
        for _ in 1...3 { #expect(throws: FileError.self) { try file.appendAll([2]) } }
        files.plan = { _ in nil }
        try file.appendAll([3])
        #expect(files.contents("d/a") == text + [1, 3])
    }

    @Test("chance fails about as many as asked, the same under one seed, and only where asked")
    func chance() throws {
        func failures(_ path: String, seed: UInt64) -> [Int] {
            let plan = MemoryFileSystem.failing(code: EIO, probability: 0.2, seed: seed) {
                $0.path == "a"
            }
            return (1...1000).filter { plan(.init(number: $0, kind: .write, path: path)) != nil }
        }
        let first = failures("a", seed: 1)
        #expect((150...250).contains(first.count))
        #expect(failures("a", seed: 1) == first)
        #expect(failures("a", seed: 2) != first)
        #expect(failures("b", seed: 1) == [])
    }

    @Test(
        "who dies in front of, within or behind a write leaves none, half or all of it",
        arguments: [(MemoryFileSystem.Fault.die, 0), (.dieWithin, 2), (.dieAfter, 4)])
    func death(fault: MemoryFileSystem.Fault, count: Int) throws {
        let files = try disk()
        files.plan = { $0.kind == .write ? fault : nil }
        let file = try files.open("d/a", .appending)
        #expect(throws: FileError.self) { try file.appendAll(text) }
        #expect(throws: FileError.self) { try files.remove("d/a") }
        #expect(files.isDead)
        #expect(files.afterKill().contents("d/a") == text + text.prefix(count))
    }

    @Test("a closed file is not used again, and one that nobody holds is closed with its lock")
    func closed() throws {
        let files = try disk()
        let file = try files.open("d/a", .appending)
        #expect(try file.lock())
        try file.close()
        try file.close()
        #expect(throws: FileError(operation: .write, path: "d/a", code: EBADF)) {
            try file.appendAll([1])
        }
        do { #expect(try files.open("d/a", .appending).lock()) }
        let reader = try files.open("d/a", .reading)
        #expect(try reader.lock())
        #expect(throws: FileError(operation: .write, path: "d/a", code: EBADF)) {
            try reader.appendAll([1])
        }
    }

    @Test("the kind of disk is as set, for a directory that is there")
    func networkKind() throws {
        let files = try disk()
        #expect(try files.networkKind(of: "d") == nil)
        files.networkKind = "NFS"
        #expect(try files.networkKind(of: "d") == "NFS")
        #expect(throws: FileError(operation: .status, path: "e", code: ENOENT)) {
            try files.networkKind(of: "e")
        }
    }
}

/// Runs what blocks on a thread of its own.
private func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
}
