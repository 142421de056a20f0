import Testing

@testable import Console

@Suite struct LineDecoderTests {
    private func decode(_ bytes: [UInt8], by size: Int, longest: Int = 100) -> [String] {
        var decoder = LineDecoder(longestLine: longest)
        var lines: [String] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            lines += decoder.lines(from: rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return lines + [decoder.finish()].compactMap(\.self)
    }

    @Test("lines are the same however the bytes arrive", arguments: 1...9)
    func pieces(size: Int) {
        let bytes = Array("één\r\n\n🙂 b\0c\nlast".utf8)
        #expect(decode(bytes, by: size) == ["één", "", "🙂 b\0c", "last"])
    }

    @Test("bytes that are no UTF-8 are repaired and harm no other line")
    func invalid() {
        #expect(
            decode([0x61, 0xFF, 0x62, 0x0A, 0xC3, 0x0A, 0x63, 0x0A], by: 3) == [
                "a\u{FFFD}b", "\u{FFFD}", "c",
            ])
    }

    @Test("a line beyond the limit is cut, the next one is whole")
    func longest() {
        #expect(decode(Array("123456\nab\n".utf8), by: 4, longest: 3) == ["123", "ab"])
    }

    @Test("nothing is no line")
    func nothing() { #expect(decode([], by: 1).isEmpty) }
}
