/// The Castagnoli checksum of a run of bytes: finds every burst of damage up to 32 bits, and misses one other in 2³².
struct CRC32C {
    /// Eight tables, so that eight bytes take one step.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for index in 0..<256 {
            var value = UInt32(index)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0x82F6_3B78 : value >> 1 }
            tables[index] = value
        }
        for index in 256..<tables.count {
            let before = tables[index - 256]
            tables[index] = (before >> 8) ^ tables[Int(before & 0xFF)]
        }
        return tables
    }()

    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            var sum = ~UInt32(0)
            var position = 0
            while position &+ 8 <= bytes.count {
                let word =
                    UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                    )
                    ^ UInt64(sum)
                var next: UInt32 = 0
                for lane in 0..<8 {
                    let byte = Int(truncatingIfNeeded: (word >> UInt64(8 &* lane)) & 0xFF)
                    next ^= table[(7 &- lane) &* 256 &+ byte]
                }
                sum = next
                position &+= 8
            }
            while position < bytes.count {
                sum = (sum >> 8) ^ table[Int((sum ^ UInt32(bytes[position])) & 0xFF)]
                position &+= 1
            }
            return ~sum
        }
    }
}
