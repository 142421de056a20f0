/// Who sent something, as far as the bot needs to know.
struct TelegramUser: Hashable, Sendable {
    var id: Int64
    var isBot = false
    var name = ""
    var username: String?
    var language: String?
}

extension TelegramUser {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var id: Int64?
        var first = ""
        var last = ""
        var (isBot, username, language) = (false, String?.none, String?.none)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "id": id = try json.int()
            case "is_bot": isBot = try json.bool()
            case "first_name": first = try json.string()
            case "last_name": last = try json.string()
            case "username": username = try json.string()
            case "language_code": language = try json.string()
            default: break
            }
        }
        guard let id else { throw .mismatch }
        self.init(
            id: id, isBot: isBot, name: last.isEmpty ? first : "\(first) \(last)",
            username: username, language: language)
    }
}
