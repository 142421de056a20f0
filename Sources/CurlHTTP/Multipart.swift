/// A body of several parts, as uploads need it (RFC 7578).
public struct Multipart: Hashable, Sendable {
    /// One field of a form, or one file.
    public struct Part: Hashable, Sendable {
        let name: String
        let fileName: String?
        let mediaType: String?
        let content: [UInt8]

        /// In bytes.
        public var count: Int { content.count }

        /// `name` is the program's own; a file's name comes from elsewhere and is made harmless.
        public init(
            _ name: String, fileName: String? = nil, mediaType: String? = nil, _ content: [UInt8]
        ) {
            self.name = name
            self.fileName = fileName
            self.mediaType = mediaType
            self.content = content
        }
    }

    public let boundary: String
    public let bytes: [UInt8]

    public var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    /// The boundary is the first of a fixed row that no part holds.
    public init(_ parts: [Part]) {
        var attempt = 0
        while parts.contains(where: { Self.holds($0.content, "cohortbot-part-\(attempt)") }) {
            attempt += 1
        }
        boundary = "cohortbot-part-\(attempt)"
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(256) { $0 + $1.content.count + 256 })
        for part in parts {
            bytes += "--\(boundary)\r\n\(part.headers)\r\n".utf8
            bytes += part.content
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        self.bytes = bytes
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

extension Multipart.Part {
    fileprivate var headers: String {
        var headers = "Content-Disposition: form-data; name=\"\(name)\""
        if let fileName { headers += "; filename=\"\(Self.neutral(fileName))\"" }
        headers += "\r\n"
        if let mediaType { headers += "Content-Type: \(mediaType)\r\n" }
        return headers
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
}
