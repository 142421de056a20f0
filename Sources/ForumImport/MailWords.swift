import FoundationEssentials

/// Mail's ways to write any text in ASCII, undone.
enum MailWords {
    /// `=?utf-8?Q?Pr=C3=BCfung?=` in a header field.
    static func decoded(_ field: String) -> String {
        guard field.contains("=?") else { return field }
        var text = ""
        var rest = field[...]
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            // White space between two encoded words is none.
            if !before.allSatisfy(\.isWhitespace) || text.isEmpty { text += before }
            let pieces = rest[start.upperBound...].split(
                separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard pieces.count == 4, pieces[3].hasPrefix("=") else {
                text += rest[start.lowerBound...]
                return text
            }
            let isBase64 = pieces[1].lowercased() == "b"
            let bytes =
                isBase64
                ? base64(Array(pieces[2].utf8)[...])
                : quotedPrintable(Array(pieces[2].replacing("_", with: " ").utf8)[...])
            text += Self.text(bytes, charset: String(pieces[0]))
            rest = pieces[3].dropFirst()
        }
        return text + rest
    }

    static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
        switch encoding.lowercased() {
        case "base64": base64(body)
        case "quoted-printable": quotedPrintable(body)
        default: Array(body)
        }
    }

    /// UTF-8 where it is any, else Latin-1: what old lists were written in.
    static func text(_ bytes: [UInt8], charset: String) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if charset.lowercased().hasPrefix("utf") { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text
    }

    private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
        let data = Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters)
        return data.map(Array.init) ?? []
    }

    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(body.count)
        var place = body.startIndex
        while place < body.endIndex {
            let byte = body[place]
            place += 1
            guard byte == UInt8(ascii: "=") else {
                out.append(byte)
                continue
            }
            let rest = body[place...].prefix(2)
            if let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16), rest.count == 2
            {
                out.append(value)
                place += 2
            } else if rest.first == 0x0A {
                place += 1
            } else if rest.elementsEqual([0x0D, 0x0A]) {
                place += 2
            } else {
                out.append(byte)
            }
        }
        return out
    }
}
