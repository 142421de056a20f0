extension LineScanner {
    mutating func string() throws(Fault) {
        position += 1
        let start = position
        var isPlain = true
        while true {
            position = PlainBytes.endOfPlainASCII(bytes, from: position)
            guard position < bytes.count else { throw fault("a string that is not closed") }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                list(.string, start: start, isPlain: isPlain)
                position += 1
                return
            case UInt8(ascii: "\\"):
                isPlain = false
                try escape()
            case 0x80...: try character()
            default: throw fault("a control character in a string")
            }
        }
    }

    private mutating func escape() throws(Fault) {
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            let unit = try codeUnit()
            guard UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit) else { return }
            guard UTF16.isLeadSurrogate(unit), byte == UInt8(ascii: "\\") else {
                throw fault("half a surrogate pair")
            }
            position += 1
            guard byte == UInt8(ascii: "u"), UTF16.isTrailSurrogate(try codeUnit()) else {
                throw fault("half a surrogate pair")
            }
        default: throw fault("an unknown escape")
        }
    }

    /// Reads `u` and four hexadecimal digits.
    private mutating func codeUnit() throws(Fault) -> UInt16 {
        guard position + 4 < bytes.count,
            let unit = UInt16(hexadecimal: bytes, at: position + 1)
        else { throw fault("an escape without its four digits") }
        position += 5
        return unit
    }

    /// Passes one character beyond ASCII: the shortest form, no surrogates, nothing above U+10FFFF (RFC 3629).
    private mutating func character() throws(Fault) {
        func tail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            position + offset < bytes.count && range ~= bytes[position + offset]
        }
        let length: Int
        switch byte {
        case 0xC2...0xDF: length = tail(1) ? 2 : 0
        case 0xE0: length = tail(1, 0xA0...0xBF) && tail(2) ? 3 : 0
        case 0xED: length = tail(1, 0x80...0x9F) && tail(2) ? 3 : 0
        case 0xE1...0xEF: length = tail(1) && tail(2) ? 3 : 0
        case 0xF0: length = tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : 0
        case 0xF1...0xF3: length = tail(1) && tail(2) && tail(3) ? 4 : 0
        case 0xF4: length = tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : 0
        default: length = 0
        }
        guard length > 0 else { throw fault("a string that is not UTF-8") }
        position += length
    }

    mutating func number() throws(Fault) {
        let start = position
        var isInteger = true
        if byte == UInt8(ascii: "-") { position += 1 }
        if byte == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if byte == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            isInteger = false
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        list(.number, start: start, isPlain: isInteger)
    }

    /// One digit or more.
    private mutating func digits() throws(Fault) {
        let start = position
        while UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
        guard position > start else { throw fault("a number without its digits") }
    }
}

extension UInt16 {
    /// Four hexadecimal digits; nil where one of the bytes is none.
    init?(hexadecimal bytes: UnsafeRawBufferPointer, at start: Int) {
        var value: UInt16 = 0
        for byte in bytes[start..<start + 4] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 48
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - 87
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 55
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        self = value
    }
}
