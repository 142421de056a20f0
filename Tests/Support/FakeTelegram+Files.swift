package import Foundation

extension FakeTelegram {
    /// A file that was sent, by the bot or to it.
    package struct File: Sendable {
        package var name: String
        package var bytes: [UInt8]
        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Sends a file, in private unless a group is named.
    /// - Returns: the message's id.
    @discardableResult
    package func send(
        _ file: File, caption: String? = nil, from person: Person, in chat: Int? = nil,
        at date: Date = SteppedClock.start
    ) -> Int {
        let id = keep(file)
        let words = caption.map { #","caption":\#(Self.quoted($0))"# } ?? ""
        return deliverMessage(
            """
            "date":\(Int(date.timeIntervalSince1970)),"from":\(Self.user(person)),\
            "chat":\(Self.place(chat ?? person.id)),"document":{"file_id":"\(id)",\
            "file_unique_id":"u\(id)","file_name":\(Self.quoted(file.name)),\
            "file_size":\(file.bytes.count)}\(words)
            """)
    }

    /// The form of a `sendDocument`: its fields, and the file.
    struct Form {
        var fields: [String: String] = [:]
        var file: File?

        /// Nil for what is no form.
        init?(_ body: Data, contentType: String?) {
            guard let boundary = contentType?.components(separatedBy: "boundary=").last,
                contentType?.hasPrefix("multipart/form-data") == true
            else { return nil }
            let separator = Data("--\(boundary)".utf8)
            var rest = body[...]
            while let start = rest.range(of: separator) {
                rest = rest[start.upperBound...]
                guard let end = rest.range(of: Data("\r\n--\(boundary)".utf8)) else { break }
                add(part: rest[rest.startIndex..<end.lowerBound])
                rest = rest[(end.lowerBound + 2)...]
            }
        }

        /// A request's JSON, alone or as Discord's field of a form, and the file beside it.
        static func json(_ body: Data, _ contentType: String?) -> (json: Data, file: File?) {
            let form = Form(body, contentType: contentType)
            return (form?.fields["payload_json"].map { Data($0.utf8) } ?? body, form?.file)
        }

        private mutating func add(part: Data) {
            guard let blank = part.range(of: Data("\r\n\r\n".utf8)) else { return }
            let head = String(decoding: part[part.startIndex..<blank.lowerBound], as: UTF8.self)
            let value = part[blank.upperBound...]
            guard let name = Self.parameter("name", in: head) else { return }
            if let fileName = Self.parameter("filename", in: head) {
                file = File(name: fileName, bytes: Array(value))
            } else {
                fields[name] = String(decoding: value, as: UTF8.self)
            }
        }

        private static func parameter(_ name: String, in head: String) -> String? {
            let parts = head.components(separatedBy: " \(name)=\"")
            return parts.count > 1 ? parts[1].components(separatedBy: "\"").first : nil
        }
    }
}
