import Testing

@testable import Journal
@testable import Support

@Suite struct FileStoreTests {
    private let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("content is kept under its digest and survives a power cut")
    func kept() async throws {
        let files = MemoryFileSystem()
        _ = try open(files)
        let store = FileStore(directory: "state", files: files)
        #expect(try await store.put(Array("abc".utf8)) == digest)
        let left = files.afterPowerCut(.lost, keepsNames: false)
        #expect(left.contents("state/files/ba/\(digest)") == Array("abc".utf8))
        #expect(
            try await FileStore(directory: "state", files: left).get(digest) == Array("abc".utf8))
    }

    @Test("the same content is written once")
    func once() async throws {
        let files = MemoryFileSystem()
        _ = try open(files)
        let store = FileStore(directory: "state", files: files)
        _ = try await store.put(Array("abc".utf8))
        let before = files.count
        _ = try await store.put(Array("abc".utf8))
        #expect(files.count == before + 2, "two directory syncs, no write")
    }

    @Test("changed content is refused by its path")
    func changed() async throws {
        let files = MemoryFileSystem()
        _ = try open(files)
        let path = "state/files/ba/\(digest)"
        files.replace(path, with: Array("abd".utf8))
        await #expect(throws: JournalFault.damaged(path: path, line: 1, .digest)) {
            try await FileStore(directory: "state", files: files).get(digest)
        }
    }

    @Test(
        "an unknown digest, or what is none, leads to nothing",
        arguments: ["", "../../HEAD", String(repeating: "0", count: 64)])
    func unknown(name: String) async throws {
        let files = MemoryFileSystem()
        _ = try open(files)
        #expect(try await FileStore(directory: "state", files: files).get(name) == nil)
    }

    @Test("a sweep takes what nothing names, and leaves what is named or only just put")
    func sweep() async throws {
        let files = MemoryFileSystem()
        _ = try open(files)
        let store = FileStore(directory: "state", files: files)
        let named = try await store.put([1])
        let unnamed = try await store.put([2])
        let held = try await store.put([3])
        _ = try await store.put([3])
        for digest in [named, unnamed, held] { store.release(digest) }
        let meanwhile = Array("abc".utf8)
        let removed = try await store.sweep {
            // Put, named and released while the names are being gathered.
            if let digest = try? await store.put(meanwhile) { store.release(digest) }
            return [named]
        }
        #expect(removed == 1)
        let left = files.afterPowerCut(.lost, names: .lost)
        let after = FileStore(directory: "state", files: left)
        #expect(try await after.all() == [named, held, digest])
        store.release(held)
        #expect(try await store.sweep { [] } == 3)
        #expect(try await store.all() == [])
        #expect(try await store.get(named) == nil)
    }
}
