import Testing

@testable import Discord

@Suite struct WebSocketFrameTests {
    /// What a server makes of a client's frame: the head, and the payload without its mask.
    private func unmasked(_ frame: [UInt8]) -> (first: UInt8, payload: [UInt8]) {
        let short = Int(frame[1] & 0x7F)
        let size = short < 126 ? 0 : short == 126 ? 2 : 8
        let length = size == 0 ? short : frame[2..<2 + size].reduce(0) { $0 << 8 | Int($1) }
        let key = Array(frame[(2 + size)..<(6 + size)])
        let payload = frame[(6 + size)...].enumerated().map { $0.element ^ key[$0.offset % 4] }
        #expect(frame[1] & 0x80 != 0 && payload.count == length)
        return (frame[0], payload)
    }

    @Test(
        "frames are final, masked and of the shortest form",
        arguments: [0, 1, 125, 126, 65_535, 65_536])
    func frames(count: Int) {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let frame = WebSocketFrame.bytes(.text, payload, mask: 0xA1B2_C3D4)
        let read = unmasked(frame)
        #expect(read.first == 0x81 && read.payload == payload)
        #expect(frame.count - count == (count < 126 ? 6 : count < 65_536 ? 8 : 14))
        if count > 8 { #expect(!frame.suffix(count).elementsEqual(payload)) }
    }

    @Test("a goodbye carries its code")
    func close() {
        let read = unmasked(WebSocketFrame.close(4000, mask: 1))
        #expect(read.first == 0x88 && read.payload == [0x0F, 0xA0])
    }
}
