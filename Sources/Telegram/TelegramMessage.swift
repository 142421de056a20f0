/// A message as it arrives, as far as the bot needs to know.
struct TelegramMessage: Hashable, Sendable {
    var id: Int64
    var date: Int64
    /// When it was changed last; nil for one that never was.
    var editDate: Int64?
    var chat: TelegramChat
    var from: TelegramUser?
    /// The chat in whose name it was sent: the group itself for an anonymous administrator, or a channel.
    var senderChat: TelegramChat?
    /// The text, or a picture's or a file's caption; nil for service messages, stickers and the like.
    var text: String?
    /// Set only where the thread is a topic: in General a reply carries a thread id that cannot be sent to.
    var topic: Int64?
    var replyTo: QuotedMessage?
    /// The words that were picked out of the message that is replied to.
    var quotedPart: String?
    var document: TelegramDocument?
    /// Where the sender is; nil for a venue, where somebody else may be.
    var location: TelegramLocation?
    var isForwarded = false
    /// A post that Telegram itself copied from the linked channel.
    var isAutomaticForward = false
    var migratedTo: Int64?
    var migratedFrom: Int64?
}

extension TelegramMessage {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (id, date, chat) = (Int64?.none, Int64(0), TelegramChat?.none)
        var editDate: Int64?
        var (from, senderChat) = (TelegramUser?.none, TelegramChat?.none)
        var (text, thread, isTopic) = (String?.none, Int64?.none, false)
        var (reply, part) = (QuotedMessage?.none, String?.none)
        var document: TelegramDocument?
        var (location, isVenue) = (TelegramLocation?.none, false)
        var (forwarded, automatic) = (false, false)
        var (to, origin) = (Int64?.none, Int64?.none)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "message_id": id = try json.int()
            case "date": date = try json.int()
            case "edit_date": editDate = try json.int()
            case "chat": chat = try TelegramChat(&json)
            case "from": from = try TelegramUser(&json)
            case "sender_chat": senderChat = try TelegramChat(&json)
            case "text", "caption": text = try json.string()
            case "message_thread_id": thread = try json.int()
            case "is_topic_message": isTopic = try json.bool()
            case "reply_to_message": reply = try QuotedMessage(&json)
            case "quote": part = try Self.quotedPart(&json)
            case "document", "video", "audio", "voice", "video_note":
                document = try Self.document(&json)
            case "photo": document = try Self.photo(&json)
            case "location": location = try Self.lenient(&json, TelegramLocation.init)
            case "venue": isVenue = true
            case "forward_origin", "forward_date": forwarded = true
            case "is_automatic_forward": automatic = try json.bool()
            case "migrate_to_chat_id": to = try json.int()
            case "migrate_from_chat_id": origin = try json.int()
            default: break
            }
        }
        guard let id, let chat else { throw .mismatch }
        let topic = isTopic ? thread : nil
        // In a topic every message counts as a reply to the service message that opened it.
        if let topic, reply?.id == topic { reply = nil }
        self.init(
            id: id, date: date, editDate: editDate, chat: chat, from: from, senderChat: senderChat,
            text: text,
            topic: topic, replyTo: reply, quotedPart: reply == nil ? nil : part,
            document: document, location: isVenue ? nil : location, isForwarded: forwarded,
            isAutomaticForward: automatic,
            migratedTo: to, migratedFrom: origin)
    }
}

extension TelegramMessage {
    fileprivate static func document(_ json: inout JSONScanner) throws(JSONFault)
        -> TelegramDocument?
    {
        try lenient(&json, TelegramDocument.init)
    }

    /// Nil for what is not as documented: the words with it are worth reading all the same.
    private static func lenient<Value>(
        _ json: inout JSONScanner, _ read: (inout JSONScanner) throws(JSONFault) -> Value
    ) throws(JSONFault) -> Value? {
        let start = json
        do throws(JSONFault) {
            return try read(&json)
        } catch .mismatch {
            json = start
            return nil
        }
    }

    /// A photo comes in several sizes, the smallest first.
    fileprivate static func photo(_ json: inout JSONScanner) throws(JSONFault) -> TelegramDocument?
    {
        var largest: TelegramDocument?
        let isRead = try lenient(&json) { json throws(JSONFault) in
            try json.array { json throws(JSONFault) in
                largest = try TelegramDocument(&json)
                largest?.mediaType = "image/jpeg"
            }
            return true
        }
        return isRead == nil ? nil : largest
    }

    private static func quotedPart(_ json: inout JSONScanner) throws(JSONFault) -> String? {
        var text: String?
        try json.object { name, json throws(JSONFault) in
            if name == "text" { text = try json.string() }
        }
        return text
    }
}

/// The message that another one replies to.
struct QuotedMessage: Hashable, Sendable {
    var id: Int64
    var from: TelegramUser?
    var text = ""
    var document: TelegramDocument?

    init(
        id: Int64, from: TelegramUser? = nil, text: String = "", document: TelegramDocument? = nil
    ) {
        self.id = id
        self.from = from
        self.text = text
        self.document = document
    }

    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (id, from, text) = (Int64?.none, TelegramUser?.none, "")
        var document: TelegramDocument?
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "message_id": id = try json.int()
            case "from": from = try TelegramUser(&json)
            case "text", "caption": text = try json.string()
            case "document": document = try TelegramMessage.document(&json)
            case "photo": document = try TelegramMessage.photo(&json)
            default: break
            }
        }
        guard let id else { throw .mismatch }
        self.init(id: id, from: from, text: text, document: document)
    }
}
