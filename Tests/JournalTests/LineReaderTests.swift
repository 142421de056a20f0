import Testing

@testable import Journal
@testable import Support

@Suite struct LineReaderTests {
    @Test("lines come whole whatever the size of the buffer", arguments: [1, 2, 3, 7, 64])
    func sizes(bufferSize: Int) throws {
        let text = "one\n\nthree is longer\nand the last has no end"
        let files = MemoryFileSystem()
        files.replace("f", with: Array(text.utf8))
        var reader = LineReader(try files.open("f", .reading), bufferSize: bufferSize)
        var found: [String] = []
        while let line = try reader.next({ bytes, isFinished in
            String(decoding: bytes, as: UTF8.self) + (isFinished ? "\n" : "")
        }) {
            found.append("\(reader.number)@\(reader.offset):\(line)")
        }
        #expect(
            found == [
                "1@0:one\n", "2@4:\n", "3@5:three is longer\n", "4@21:and the last has no end",
            ])
        #expect(reader.nextOffset == text.utf8.count)
    }
}
