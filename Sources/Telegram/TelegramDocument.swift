/// A file that somebody sent, before it is fetched; name and type are what the sender says they are.
struct TelegramDocument: Hashable, Sendable {
    /// What `getFile` wants; other bots cannot use it.
    var id: String
    var name = ""
    var mediaType: String?
    /// In bytes.
    var size: Int64?
}

extension TelegramDocument {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (id, name) = (String?.none, "")
        var (mediaType, size) = (String?.none, Int64?.none)
        try json.object { member, json throws(JSONFault) in
            switch member {
            case "file_id": id = try json.string()
            case "file_name": name = try json.string()
            case "mime_type": mediaType = try json.string()
            case "file_size": size = try json.int()
            default: break
            }
        }
        guard let id, !id.isEmpty else { throw .mismatch }
        self.init(id: id, name: name, mediaType: mediaType, size: size)
    }
}
