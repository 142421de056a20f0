import Support
import Testing

@testable import Discord

@Suite struct WebSocketReaderTests {
    /// A server's frame; `length` overrules how its length is written.
    static func frame(
        _ opcode: UInt8, _ payload: [UInt8], final: Bool = true, form: Int? = nil
    ) -> [UInt8] {
        let form = form ?? (payload.count < 126 ? 0 : payload.count <= 0xFFFF ? 2 : 8)
        let head = (final ? 0x80 : 0) | opcode
        let length: [UInt8] =
            form == 0
            ? [UInt8(payload.count)]
            : [form == 2 ? 126 : 127]
                + (0..<form).reversed().map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
        return [head] + length + payload
    }

    private typealias Outcome = Result<[WebSocketMessage], WebSocketFault>

    /// Everything that comes of the bytes, fed in pieces of one size.
    private func read(_ bytes: [UInt8], by size: Int, longest: Int = 1 << 20) -> Outcome {
        var reader = WebSocketReader(longest: longest)
        var messages: [WebSocketMessage] = []
        do throws(WebSocketFault) {
            for start in stride(from: 0, to: bytes.count, by: size) {
                reader.feed(Array(bytes[start..<min(start + size, bytes.count)]))
                while let message = try reader.next() { messages.append(message) }
            }
        } catch {
            return .failure(error)
        }
        return .success(messages)
    }

    private static let sizes = [1, 2, 3, 7, 64, 1 << 20]

    @Test("messages come out whole, however the bytes were cut", arguments: sizes)
    func whole(size: Int) {
        let long = [UInt8](repeating: 0x61, count: 70_000)
        let medium = [UInt8](repeating: 0x62, count: 300)
        let bytes =
            Self.frame(1, Array("héllo 😀".utf8)) + Self.frame(2, [0xFF, 0])
            + Self.frame(9, [1, 2]) + Self.frame(10, []) + Self.frame(1, medium)
            + Self.frame(1, long) + Self.frame(1, []) + Self.frame(8, [0x03, 0xE8, 0x62, 0x79])
            + Self.frame(1, [1])
        #expect(
            read(bytes, by: size)
                == .success([
                    .text(Array("héllo 😀".utf8)), .binary([0xFF, 0]), .ping([1, 2]), .pong([]),
                    .text(medium), .text(long), .text([]), .close(code: 1000),
                ]))
    }

    @Test("fragments are one message, with control frames between them", arguments: sizes)
    func fragments(size: Int) {
        let smile = Array("😀".utf8)
        let bytes =
            Self.frame(1, [0x61] + smile.prefix(1), final: false)
            + Self.frame(0, Array(smile[1..<3]), final: false) + Self.frame(9, [7])
            + Self.frame(0, [], final: false) + Self.frame(0, [smile[3]])
            + Self.frame(8, [])
        #expect(
            read(bytes, by: size)
                == .success([.ping([7]), .text([0x61] + smile), .close(code: nil)]))
    }

    @Test(
        "what a server must not send is a fault, and says which",
        arguments: [
            (frame(3, []), WebSocketFault.protocolError), (frame(11, []), .protocolError),
            ([0x81, 0x81, 0, 0, 0, 0, 0x61], .protocolError), ([0xC1, 0x00], .protocolError),
            ([0xA1, 0x00], .protocolError), ([0x91, 0x00], .protocolError),
            (frame(9, [], final: false), .protocolError),
            ([0x89, 0x7E, 0x00, 0x7E], .protocolError),
            (frame(0, [1]), .protocolError),
            (frame(1, [0x61], final: false) + frame(1, [0x61]), .protocolError),
            (frame(1, [0x61], form: 2), .protocolError),
            (frame(1, [0x61], form: 8), .protocolError),
            (frame(2, [UInt8](repeating: 0, count: 300), form: 8), .protocolError),
            ([0x82, 0x7F, 0x80, 0, 0, 0, 0, 0, 0, 1], .protocolError),
            (frame(8, [0x03]), .protocolError), (frame(8, [0x03, 0xE7]), .protocolError),
            (frame(8, [0x03, 0xED]), .protocolError), (frame(8, [0x0B, 0xB7]), .protocolError),
            (frame(8, [0x03, 0xE8, 0xFF]), .invalidText), (frame(1, [0xC0, 0x80]), .invalidText),
            (frame(1, [0xED, 0xA0, 0x80]), .invalidText), (frame(1, [0xF0, 0x9F]), .invalidText),
            (frame(1, [0xF4, 0x90, 0x80, 0x80], final: false), .invalidText),
            ([0x82, 0x7F, 0, 0, 0, 0, 0, 0x11, 0, 0], .tooLarge),
            ([0x82, 0x7F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .tooLarge),
        ])
    func faults(bytes: [UInt8], fault: WebSocketFault) {
        for size in Self.sizes { #expect(read(bytes, by: size) == .failure(fault)) }
    }

    @Test("a message may grow by fragments to the limit and not beyond")
    func limit() {
        let half = [UInt8](repeating: 0, count: 50)
        let whole = Self.frame(2, half, final: false) + Self.frame(0, half)
        #expect(read(whole, by: 10, longest: 100) == .success([.binary(half + half)]))
        #expect(read(whole, by: 10, longest: 99) == .failure(.tooLarge))
    }

    @Test("any bytes end in messages or a fault, and the same however they were cut")
    func anything() {
        var chance = SeededGenerator(state: 7)
        for _ in 0..<300 {
            var bytes: [UInt8] = []
            for _ in 0..<chance.number(1...6) {
                if chance.number(0...3) == 0 {
                    bytes += (0..<chance.number(0...20)).map { _ in UInt8(chance.number(0...255)) }
                } else {
                    let payload = (0..<chance.number(0...130)).map { _ in
                        UInt8(chance.number(0x20...0x7E))
                    }
                    bytes += Self.frame(
                        [0, 1, 2, 8, 9, 10][chance.number(0...5)], payload,
                        final: chance.number(0...3) > 0)
                }
            }
            let whole = read(bytes, by: bytes.count + 1)
            for size in [1, 3, 17] { #expect(read(bytes, by: size) == whole) }
        }
    }
}
