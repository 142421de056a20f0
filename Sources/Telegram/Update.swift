/// One thing that Telegram tells the bot.
struct Update: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case message(TelegramMessage)
        /// A message that was changed after it had been sent.
        case edit(TelegramMessage)
        case press(CallbackQuery)
        case membership(MembershipChange)
        /// Somebody else in a chat that the bot administers.
        case member(MembershipChange)
        /// A kind from the future, or one whose fields are not as documented: confirmed, not acted upon.
        case unknown
    }

    var id: Int64
    var kind: Kind

    /// What `getUpdates` is asked to deliver.
    static let wanted = [
        "message", "edited_message", "callback_query", "my_chat_member", "chat_member",
    ]
}

extension Update {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (id, kind) = (Int64?.none, Kind.unknown)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "update_id": id = try json.int()
            case "message": kind = .message(try TelegramMessage(&json))
            case "edited_message": kind = .edit(try TelegramMessage(&json))
            case "callback_query": kind = .press(try CallbackQuery(&json))
            case "my_chat_member": kind = .membership(try MembershipChange(&json))
            case "chat_member": kind = .member(try MembershipChange(&json))
            default: break
            }
        }
        guard let id else { throw .mismatch }
        self.init(id: id, kind: kind)
    }
}

/// The answer to `getUpdates`, taken apart update by update.
struct UpdateBatch: Hashable, Sendable {
    var updates: [Update] = []
    /// How many were of no kind that the bot knows, or not as documented.
    var skipped = 0

    var highest: Int64? { updates.lazy.map(\.id).max() }
}

extension UpdateBatch {
    /// Reads what can be read: an update that cannot be is replaced by an `unknown` one, so that it is confirmed and
    /// never comes again, and the others are not lost with it.
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var batch = UpdateBatch()
        var count = 0
        try json.array { json throws(JSONFault) in
            count += 1
            let start = json
            do throws(JSONFault) {
                batch.updates.append(try Update(&json))
            } catch .mismatch {
                json = start
                if let id = try Self.updateID(&json) {
                    batch.updates.append(Update(id: id, kind: .unknown))
                }
            }
        }
        // Without a single id nothing could be confirmed, and the same answer would come for ever.
        guard count == 0 || !batch.updates.isEmpty else { throw .mismatch }
        batch.skipped = count - batch.updates.count { $0.kind != .unknown }
        self = batch
    }

    private static func updateID(_ json: inout JSONScanner) throws(JSONFault) -> Int64? {
        var id: Int64?
        let start = json
        do throws(JSONFault) {
            try json.object { name, json throws(JSONFault) in
                if name == "update_id" { id = try json.int() }
            }
        } catch .mismatch {
            json = start
            try json.skip()
        }
        return id
    }
}
