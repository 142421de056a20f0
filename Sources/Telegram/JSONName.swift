/// A member's name where it stands among the bytes: it is compared there, and no string is made of it.
///
/// Telegram's objects have some thirty members around the few that matter.
struct JSONName {
    private let bytes: [UInt8]
    private let range: Range<Int>

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    init(_ name: String) {
        let bytes = Array(name.utf8)
        self.init(bytes, 0..<bytes.count)
    }

    static func == (name: JSONName, word: StaticString) -> Bool {
        guard name.range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            for index in 0..<word.count
            where name.bytes[name.range.lowerBound + index] != word[index] {
                return false
            }
            return true
        }
    }

    /// For `case "text":`.
    static func ~= (word: StaticString, name: JSONName) -> Bool { name == word }
}

extension String {
    init(_ name: JSONName) { self = name.text }
}

extension JSONName {
    fileprivate var text: String { String(decoding: bytes[range], as: UTF8.self) }
}
