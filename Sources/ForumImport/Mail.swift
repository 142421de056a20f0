import FoundationEssentials

/// One mail: who wrote what about what, in reply to which.
struct Mail {
    let id: String
    /// Nearest first.
    let parents: [String]
    let subject: String
    let isReply: Bool
    let sender: String
    let date: Date?
    /// Without what it quotes and without its signature.
    let text: String

    init(_ bytes: ArraySlice<UInt8>) {
        let part = MailPart(bytes)
        id = Self.ids(part["message-id"]).first ?? ""
        parents =
            Self.ids(part["in-reply-to"]) + Self.ids(part["references"]).suffix(50).reversed()
        var subject = MailWords.decoded(part["subject"])
        var isReply = false
        while let colon = subject.firstIndex(of: ":"),
            ["re", "aw", "sv", "res", "rép", "fwd", "fw", "wg"].contains(
                subject[..<colon].trimmed.lowercased())
        {
            isReply = true
            subject = subject[subject.index(after: colon)...].trimmed
        }
        // The list's name, which stands before every subject.
        if subject.hasPrefix("["), let end = subject.firstIndex(of: "]") {
            let rest = subject[subject.index(after: end)...].trimmed
            if !rest.isEmpty { subject = rest }
        }
        self.subject = subject
        self.isReply = isReply
        sender = MailWords.decoded(part["from"])
        date = ImportedDate.mail(part["date"])
        text = Self.own(part.text(depth: 0) ?? "")
    }

    private static func ids(_ field: String) -> [String] {
        field.split { $0 == " " || $0 == "\t" || $0 == "," }.compactMap { word in
            let id = word.trimmed
            return id.hasPrefix("<") && id.hasSuffix(">") ? id : nil
        }
    }

    /// What the sender wrote: up to the signature, without the lines of others.
    private static func own(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line == "-- " || line == "--" { break }
            if line.hasPrefix(">") {
                // "On Monday, X wrote:" belongs to the quote.
                while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
                if lines.last?.hasSuffix(":") == true,
                    lines.last?.contains("@") == true
                        || lines.last?.hasSuffix("wrote:") == true
                {
                    lines.removeLast()
                }
                continue
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n").trimmed
    }
}

/// A mail or a part of one: header fields and what stands below them.
struct MailPart {
    private var fields: [String: String] = [:]
    private let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        var place = bytes.startIndex
        var name: String?
        while place < bytes.endIndex {
            let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[place..<end]
            if line.last == 0x0D { line.removeLast() }
            place = min(end + 1, bytes.endIndex)
            guard let first = line.first else { break }
            if first == 0x20 || first == 0x09 {
                // Hostile headers must not grow without end.
                if let name, fields[name, default: ""].utf8.count < 20_000 {
                    fields[name, default: ""] += " " + String(decoding: line, as: UTF8.self).trimmed
                }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                name = fields[key] == nil ? key : nil
                if fields[key] == nil, fields.count < 200 {
                    fields[key] = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
                }
            }
        }
        body = bytes[place...]
    }

    subscript(name: String) -> String { fields[name] ?? "" }

    /// The words: of the first plain part, else of an HTML one.
    func text(depth: Int) -> String? {
        let type = self["content-type"]
        let kind = type.prefix { $0 != ";" }.trimmed.lowercased()
        if kind.hasPrefix("multipart/") {
            guard depth < ImportLimits.mailDepth, let boundary = parameter("boundary", of: type),
                !boundary.isEmpty
            else { return nil }
            let parts = parts(boundary)
            let plain = parts.first { !$0["content-type"].lowercased().contains("html") }
            return plain?.text(depth: depth + 1) ?? parts.first?.text(depth: depth + 1)
        }
        guard kind.isEmpty || kind.hasPrefix("text/") else { return nil }
        let decoded = MailWords.decoded(body, self["content-transfer-encoding"])
        let words = MailWords.text(decoded, charset: parameter("charset", of: type) ?? "")
        return kind == "text/html" ? HTMLText.plain(words) : words
    }

    private func parts(_ boundary: String) -> [MailPart] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        var place = body.startIndex
        while place < body.endIndex, parts.count < 50 {
            let end = body[place...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[place..<end].starts(with: mark) {
                if let start { parts.append(MailPart(body[start..<place])) }
                start = min(end + 1, body.endIndex)
            }
            place = end + 1
        }
        return parts
    }

    private func parameter(_ name: String, of field: String) -> String? {
        for piece in field.split(separator: ";").dropFirst() {
            guard let equals = piece.firstIndex(of: "=") else { continue }
            guard piece[..<equals].trimmed.lowercased() == name else { continue }
            return piece[piece.index(after: equals)...].trimmed.filter { $0 != "\"" }
        }
        return nil
    }
}
