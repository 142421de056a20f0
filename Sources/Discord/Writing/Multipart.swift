/// A message with one file, as Discord takes it (RFC 7578): the message as JSON, then the file.
struct Multipart: Hashable, Sendable {
    let boundary: String
    private(set) var bytes: [UInt8] = []

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    /// The boundary is the first of a fixed row that neither part holds.
    init(payload: JSON, file: [UInt8], name: String, mediaType: String) {
        let payload = payload.bytes
        var attempt = 0
        while Self.holds(file, "cohortbot-part-\(attempt)")
            || Self.holds(payload, "cohortbot-part-\(attempt)")
        { attempt += 1 }
        boundary = "cohortbot-part-\(attempt)"
        bytes.reserveCapacity(file.count + payload.count + 512)
        add("form-data; name=\"payload_json\"", type: "application/json", payload)
        add(
            "form-data; name=\"files[0]\"; filename=\"\(Self.neutral(name))\"", type: mediaType,
            file)
        bytes += "--\(boundary)--\r\n".utf8
    }

    private mutating func add(_ disposition: String, type: String, _ content: [UInt8]) {
        bytes += "--\(boundary)\r\nContent-Disposition: \(disposition)\r\n".utf8
        bytes += "Content-Type: \(type)\r\n\r\n".utf8
        bytes += content
        bytes += "\r\n".utf8
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

    private static func holds(_ bytes: [UInt8], _ word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first, bytes.count >= word.count else { return false }
        var rest = bytes[0...(bytes.count - word.count)]
        while let start = rest.firstIndex(of: first) {
            if bytes[start..<start + word.count].elementsEqual(word) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}
