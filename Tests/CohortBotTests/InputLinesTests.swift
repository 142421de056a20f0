import Testing

@testable import CohortBot

@Suite struct InputLinesTests {
    private func lines(
        _ pieces: [String], longest: Int = InputLines.longestQuestion
    ) -> [String?] {
        var cutter = InputLines(longest: longest)
        var found: [InputLines.Line] = []
        for piece in pieces { found += cutter.take(Array(piece.utf8)[...]) }
        if let last = cutter.finish() { found.append(last) }
        #expect(
            found.map(\.number) == Array(1...max(1, found.count)).prefix(found.count).map(\.self))
        return found.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } }
    }

    @Test("lines come out whole however they were cut on the way, empty ones too")
    func cuts() {
        #expect(lines(["a\nb", "c\r\n", "\n", "d"]) == ["a", "bc", "", "d"])
        #expect(lines(["a\n"]) == ["a"])
        #expect(lines([]) == [])
    }

    @Test("a line that is too long is one line and takes no memory")
    func long() {
        let piece = String(repeating: "x", count: 50_000)
        #expect(lines([piece, piece, piece + "\nnext\n"]) == [nil, "next"])
        #expect(lines([piece, piece]) == [nil])
        #expect(lines([piece, piece], longest: 100_000) == [piece + piece])
    }
}
