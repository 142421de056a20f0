/// One frame as a client sends it: whole, final and masked (RFC 6455, 5.3).
enum WebSocketFrame {
    /// The bytes on the wire. A mask shall be new for every frame and not to be guessed.
    static func bytes(
        _ opcode: WebSocketOpcode, _ payload: some Collection<UInt8>, mask: UInt32
    ) -> [UInt8] {
        var bytes: [UInt8] = [0x80 | opcode.rawValue]
        bytes.reserveCapacity(payload.count + 14)
        let count = payload.count
        switch count {
        case 0...125: bytes.append(0x80 | UInt8(count))
        case 126...0xFFFF: bytes += [0x80 | 126, UInt8(count >> 8), UInt8(count & 0xFF)]
        default:
            bytes.append(0x80 | 127)
            bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: UInt64(count) >> ($0 * 8)) }
        }
        let key = (0..<4).reversed().map { UInt8(truncatingIfNeeded: mask >> ($0 * 8)) }
        bytes += key
        for (index, byte) in payload.enumerated() { bytes.append(byte ^ key[index & 3]) }
        return bytes
    }

    static func close(_ code: UInt16, mask: UInt32) -> [UInt8] {
        bytes(.close, [UInt8(code >> 8), UInt8(code & 0xFF)], mask: mask)
    }
}
