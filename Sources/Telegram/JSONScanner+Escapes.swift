extension JSONScanner {
    /// Resolves `\n`, `\"`, `\u00e9` and surrogate pairs.
    ///
    /// Telegram writes every character outside ASCII as `\uXXXX`, so this is the usual way of a text, not the
    /// exception.
    func unescaped(_ raw: ArraySlice<UInt8>) throws(JSONFault) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            let byte = raw[index]
            guard byte == UInt8(ascii: "\\") else {
                out.append(byte)
                index += 1
                continue
            }
            guard index + 1 < raw.endIndex else { throw .malformed }
            index += 2
            switch raw[index - 1] {
            case UInt8(ascii: "\""): out.append(0x22)
            case UInt8(ascii: "\\"): out.append(0x5C)
            case UInt8(ascii: "/"): out.append(0x2F)
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "u"):
                let scalar = try scalar(in: raw, after: &index)
                out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: throw .malformed
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The scalar whose hexadecimal digits begin at `index`; a high surrogate takes the low one after it along.
    private func scalar(
        in raw: ArraySlice<UInt8>, after index: inout Int
    ) throws(JSONFault) -> Unicode.Scalar {
        guard let high = Self.codeUnit(raw, at: index) else { throw .malformed }
        index += 4
        guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        guard index + 1 < raw.endIndex, raw[index] == UInt8(ascii: "\\"),
            raw[index + 1] == UInt8(ascii: "u"),
            let low = Self.codeUnit(raw, at: index + 2), UTF16.isTrailSurrogate(low)
        else { return "\u{FFFD}" }
        index += 6
        return UTF16.decode(UTF16.EncodedScalar([high, low]))
    }

    private static func codeUnit(_ raw: ArraySlice<UInt8>, at index: Int) -> UInt16? {
        guard raw.endIndex - index >= 4 else { return nil }
        var value: UInt16 = 0
        for byte in raw[index..<index + 4] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
