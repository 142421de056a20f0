/// A body of form fields and one file, as uploads need it (RFC 7578).
struct Multipart: Hashable, Sendable {
    let boundary: String
    private(set) var bytes: [UInt8] = []

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    /// The boundary is the first of a fixed row that the file does not hold.
    init(
        fields: [(name: StaticString, value: [UInt8])], file: [UInt8], as field: StaticString,
        name: String, mediaType: String
    ) {
        var attempt = 0
        while Self.holds(file, "cohortbot-part-\(attempt)") { attempt += 1 }
        boundary = "cohortbot-part-\(attempt)"
        bytes.reserveCapacity(file.count + 1_024)
        for (name, value) in fields {
            begin("form-data; name=\"\(name)\"")
            bytes += value
        }
        begin(
            "form-data; name=\"\(field)\"; filename=\"\(Self.neutral(name))\"",
            mediaType: mediaType)
        bytes += file
        bytes += Array("\r\n--\(boundary)--\r\n".utf8)
    }

    private mutating func begin(_ disposition: String, mediaType: String? = nil) {
        let type = mediaType.map { "\r\nContent-Type: \($0)" } ?? ""
        let start = bytes.isEmpty ? "" : "\r\n"
        bytes += Array(
            "\(start)--\(boundary)\r\nContent-Disposition: \(disposition)\(type)\r\n\r\n".utf8)
    }

    /// Only characters that no server reads as anything else, and never a path.
    private static func neutral(_ name: String) -> String {
        let safe = name.utf8.suffix(60).map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): byte
            default: UInt8(ascii: "_")
            }
        }
        let text = String(decoding: safe.drop { $0 == UInt8(ascii: ".") }, as: UTF8.self)
        return text.isEmpty ? "file" : text
    }

    private static func holds(_ file: [UInt8], _ word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first, file.count >= word.count else { return false }
        var rest = file[0...(file.count - word.count)]
        while let start = rest.firstIndex(of: first) {
            if file[start..<start + word.count].elementsEqual(word) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}
