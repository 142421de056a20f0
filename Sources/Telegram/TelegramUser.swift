/// Who sent something, as far as the bot needs to know.
struct TelegramUser: Hashable, Sendable {
    var id: Int64
    var isBot = false
    var name = ""
    var username: String?
    var language: String?
    /// Of the bot itself: whether it reads every message in groups, and whether it may be added to any.
    var readsGroups = false
    var joinsGroups = true
}

extension TelegramUser {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var id: Int64?
        var first = ""
        var last = ""
        var (isBot, username, language) = (false, String?.none, String?.none)
        var (readsGroups, joinsGroups) = (false, true)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "id": id = try json.int()
            case "is_bot": isBot = try json.bool()
            case "first_name": first = try json.string()
            case "last_name": last = try json.string()
            case "username": username = try json.string()
            case "language_code": language = try json.string()
            case "can_read_all_group_messages": readsGroups = try json.bool()
            case "can_join_groups": joinsGroups = try json.bool()
            default: break
            }
        }
        guard let id else { throw .mismatch }
        self.init(
            id: id, isBot: isBot, name: last.isEmpty ? first : "\(first) \(last)",
            username: username, language: language, readsGroups: readsGroups,
            joinsGroups: joinsGroups)
    }
}
