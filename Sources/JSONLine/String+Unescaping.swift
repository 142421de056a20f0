extension String {
    /// The characters of a JSON string that the scanner has found to be in order.
    init(unescaping text: UnsafeRawBufferPointer) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            guard text[position] == UInt8(ascii: "\\"), position + 1 < text.count else {
                bytes.append(text[position])
                position += 1
                continue
            }
            switch text[position + 1] {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "u"):
                position += Self.append(unitsAt: position, of: text, to: &bytes)
                continue
            case let other: bytes.append(other)
            }
            position += 2
        }
        self.init(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `\u` stands for, two of them where they are a pair.
    /// - Returns: how many bytes of the text that took.
    private static func append(
        unitsAt start: Int, of text: UnsafeRawBufferPointer, to bytes: inout [UInt8]
    ) -> Int {
        func unit(_ start: Int) -> UInt16 {
            start + 6 <= text.count ? UInt16(hexadecimal: text, at: start + 2) ?? 0 : 0
        }
        let first = unit(start)
        guard UTF16.isLeadSurrogate(first) else {
            bytes.append(contentsOf: String(decoding: [first], as: UTF16.self).utf8)
            return 6
        }
        bytes.append(contentsOf: String(decoding: [first, unit(start + 6)], as: UTF16.self).utf8)
        return 12
    }
}
