import Testing

@testable import Journal
@testable import Support

@Suite struct LineBatchesTests {
    @Test("lines come whole whatever the size of a read", arguments: [1, 2, 3, 7, 64])
    func sizes(chunk: Int) throws {
        let text = "one\n\nthree is longer\nand the last has no end"
        let files = MemoryFileSystem()
        files.replace("f", with: Array(text.utf8))
        var batches = LineBatches(try files.open("f", .reading), chunk: chunk)
        var found: [String] = []
        while let batch = try batches.next() {
            let lines = batch.map { String(decoding: $0, as: UTF8.self) + ($1 ? "\n" : "") }
            for (index, line) in lines.enumerated() {
                found.append("\(batch.firstNumber + index)@\(batch.offset(of: index)):\(line)")
            }
        }
        #expect(
            found == [
                "1@0:one\n", "2@4:\n", "3@5:three is longer\n", "4@21:and the last has no end",
            ])
        #expect(batches.offset == text.utf8.count)
    }

    @Test("an empty file has no lines")
    func empty() throws {
        let files = MemoryFileSystem()
        files.replace("f", with: [])
        var batches = LineBatches(try files.open("f", .reading))
        #expect(try batches.next() == nil)
    }

    @Test("many lines keep their order though several cores work on them")
    func order() throws {
        let files = MemoryFileSystem()
        files.replace("f", with: Array((0..<5000).map { "\($0)\n" }.joined().utf8))
        var batches = LineBatches(try files.open("f", .reading))
        var found: [Int?] = []
        while let batch = try batches.next() {
            found += batch.map { line, _ in Int(String(decoding: line, as: UTF8.self)) }
        }
        #expect(found == Array(0..<5000))
    }
}
