import Chat
import Commands
import Testing

@Suite struct FileContentTests {
    private func content(_ bytes: [UInt8]) -> FileContent {
        FileContent(
            KeptFile(digest: "ab", name: "file.ics", mediaType: "text/calendar", size: bytes.count),
            bytes)
    }

    @Test(
        "a small file's text is there where it is UTF-8, without its byte order mark",
        arguments: [
            (Array("BEGIN:VCALENDAR é".utf8), "BEGIN:VCALENDAR é"),
            ([0xEF, 0xBB, 0xBF, 0x61], "a"),
            ([0xFF, 0x61], nil), ([0x61, 0], nil), ([], ""),
        ] as [([UInt8], String?)])
    func text(bytes: [UInt8], expected: String?) { #expect(content(bytes).text == expected) }

    @Test("of a large file only the digest is there")
    func large() {
        let bytes = [UInt8](repeating: 0x61, count: FileContent.mostBytes)
        #expect(content(bytes).bytes?.count == FileContent.mostBytes)
        #expect(content(bytes + [0x61]).bytes == nil)
        #expect(content(bytes + [0x61]).text == nil)
    }

    @Test(
        "a limit is said in the unit in which it is a round number",
        arguments: [(20 << 20, "files.too-large", 20), (512 << 10, "files.too-large-small", 512)])
    func limit(bytes: Int, key: String, number: Int) {
        #expect(Phrase.fileTooLarge(bytes) == Phrase(key, ["limit": .number(number)]))
    }
}
