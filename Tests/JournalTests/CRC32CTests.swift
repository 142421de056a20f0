import Testing

@testable import Journal

@Suite struct CRC32CTests {
    @Test(
        "the checksum is the published one (RFC 3720, B.4)",
        arguments: [
            ([], 0),
            (Array("123456789".utf8), 0xE306_9283),
            ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
            ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
            (Array(0..<32), 0x46DD_794E),
            (Array((0..<32).reversed()), 0x113F_DB5C),
        ] as [([UInt8], UInt32)])
    func vectors(bytes: [UInt8], sum: UInt32) {
        #expect(bytes.withUnsafeBytes(CRC32C.checksum) == sum)
    }

    @Test("every single flipped bit changes the checksum")
    func flips() {
        let bytes = Array("a line of the journal, of some length".utf8)
        let sum = bytes.withUnsafeBytes(CRC32C.checksum)
        for position in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[position] ^= 1 << bit
                #expect(flipped.withUnsafeBytes(CRC32C.checksum) != sum)
            }
        }
    }
}
