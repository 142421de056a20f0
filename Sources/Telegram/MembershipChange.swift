/// A change of what somebody is in a chat: the bot itself, or a member of a chat that the bot administers.
struct MembershipChange: Hashable, Sendable {
    /// What somebody is in a chat.
    enum Standing: Hashable, Sendable {
        case outside, member, administrator

        var isIn: Bool { self != .outside }
    }

    var chat: TelegramChat
    /// Who made the change, which need not be the one whom it is about.
    var from: TelegramUser
    var date: Int64
    var old: Standing
    var new: Standing

    /// Whether who administers the chat is different now.
    var touchesRights: Bool { old != new && (old == .administrator || new == .administrator) }
}

extension MembershipChange {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (chat, from, date) = (TelegramChat?.none, TelegramUser?.none, Int64(0))
        var (old, new) = (Standing.outside, Standing.outside)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "chat": chat = try TelegramChat(&json)
            case "from": from = try TelegramUser(&json)
            case "date": date = try json.int()
            case "old_chat_member": old = try Standing(&json)
            case "new_chat_member": new = try Standing(&json)
            default: break
            }
        }
        guard let chat, let from else { throw .mismatch }
        self.init(chat: chat, from: from, date: date, old: old, new: new)
    }
}

extension MembershipChange.Standing {
    fileprivate init(_ json: inout JSONScanner) throws(JSONFault) {
        var (status, restrictedIsMember) = ("", false)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "status": status = try json.string()
            case "is_member": restrictedIsMember = try json.bool()
            default: break
            }
        }
        switch status {
        case "creator", "administrator": self = .administrator
        case "member": self = .member
        case "restricted": self = restrictedIsMember ? .member : .outside
        default: self = .outside
        }
    }
}
