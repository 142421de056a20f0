import Synchronization

/// The secrets of this process, kept to find them in what is about to be written and take them out.
///
/// It has no way to list them. A token must be registered before the first line that could hold it is logged.
package final class Secrets: Sendable {
    private let forms = Mutex<[[UInt8]]>([])

    package init() {}

    /// From now on the secret is taken out as it is, URL-encoded and in base64.
    package func register(_ secret: String) {
        guard !secret.isEmpty else { return }
        let new = Self.forms(of: Array(secret.utf8))
        forms.withLock { forms in
            forms += new.filter { !forms.contains($0) }
            // The longest first, so that no shorter form leaves a rest of a longer one behind.
            forms.sort { $0.count > $1.count }
        }
    }

    /// The text with `[secret]` in place of every secret.
    package func redacted(_ text: String) -> String {
        let forms = forms.withLock { $0 }
        var bytes: [UInt8]?
        for form in forms {
            bytes = Self.replacing(form, in: bytes ?? Array(text.utf8)) ?? bytes
        }
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static func forms(of secret: [UInt8]) -> [[UInt8]] {
        [
            secret, percentEncoded(secret, digits: "0123456789ABCDEF"),
            percentEncoded(secret, digits: "0123456789abcdef"),
        ]
            + [0, 1, 2].flatMap { offset in
                [false, true].map { base64(secret, at: offset, isURL: $0) }
            }
    }

    private static func percentEncoded(_ bytes: [UInt8], digits: StaticString) -> [UInt8] {
        let digits = digits.withUTF8Buffer(Array.init)
        return bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."), UInt8(ascii: "~"):
                [byte]
            default:
                [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }

    /// The characters of base64 that depend on the secret alone when it stands `offset` bytes (mod 3) into a text.
    private static func base64(_ secret: [UInt8], at offset: Int, isURL: Bool) -> [UInt8] {
        let common = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        let alphabet = common + Array((isURL ? "-_" : "+/").utf8)
        let bits = ([UInt8](repeating: 0, count: offset) + secret).flatMap { byte in
            (0..<8).map { byte >> (7 - $0) & 1 }
        }
        let first = (offset * 8 + 5) / 6
        return (first..<max(first, bits.count / 6)).map { index in
            alphabet[bits[(index * 6)..<(index * 6 + 6)].reduce(0) { $0 << 1 | Int($1) }]
        }
    }

    private static func replacing(_ form: [UInt8], in bytes: [UInt8]) -> [UInt8]? {
        // A form of fewer bytes says nothing of the secret and would be found in every second word.
        guard form.count >= 4, bytes.count >= form.count else { return nil }
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index <= bytes.count - form.count {
            if bytes[index] == form[0], bytes[index..<(index + form.count)].elementsEqual(form) {
                result += bytes[copied..<index]
                result += Array("[secret]".utf8)
                index += form.count
                copied = index
            } else {
                index += 1
            }
        }
        guard copied > 0 else { return nil }
        return result + bytes[copied...]
    }
}
