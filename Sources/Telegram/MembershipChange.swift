/// A change of what the bot itself is in a chat.
struct MembershipChange: Hashable, Sendable {
    var chat: TelegramChat
    var from: TelegramUser
    var date: Int64
    var wasIn: Bool
    var isIn: Bool
}

extension MembershipChange {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (chat, from, date) = (TelegramChat?.none, TelegramUser?.none, Int64(0))
        var (wasIn, isIn) = (false, false)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "chat": chat = try TelegramChat(&json)
            case "from": from = try TelegramUser(&json)
            case "date": date = try json.int()
            case "old_chat_member": wasIn = try Self.isMember(&json)
            case "new_chat_member": isIn = try Self.isMember(&json)
            default: break
            }
        }
        guard let chat, let from else { throw .mismatch }
        self.init(chat: chat, from: from, date: date, wasIn: wasIn, isIn: isIn)
    }

    private static func isMember(_ json: inout JSONScanner) throws(JSONFault) -> Bool {
        var (status, restrictedIsMember) = ("", false)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "status": status = try json.string()
            case "is_member": restrictedIsMember = try json.bool()
            default: break
            }
        }
        switch status {
        case "creator", "administrator", "member": return true
        case "restricted": return restrictedIsMember
        default: return false
        }
    }
}
