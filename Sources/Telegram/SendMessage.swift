import Chat

/// One `sendMessage`: a part of a message, addressed.
struct SendMessage: Hashable, Sendable {
    var chat: Int64
    var topic: Int64?
    var part: MarkedText
    var replyTo: Int64?
    var buttons: [[Button]] = []
    /// Opens a reply field for the person who is replied to: in a group the bot hears a plain answer only that way.
    var forcesReply = false

    /// One for each part of the message: the reply goes with the first, the buttons with the last.
    static func all(_ message: Message, to chat: Int64) -> [SendMessage] {
        let parts = MessageSplitter().parts(MarkedText(message.text))
        let replyTo = message.replyTo.flatMap { Int64($0) }
        let buttons = message.buttons.map { $0.filter(isPressable) }.filter { !$0.isEmpty }
        return parts.indices.map { index in
            let isLast = index == parts.count - 1
            return SendMessage(
                chat: chat, topic: message.room.topic.flatMap { Int64($0) }, part: parts[index],
                replyTo: index == 0 || (isLast && message.asks != nil) ? replyTo : nil,
                buttons: isLast ? buttons : [],
                // Groups have negative ids; in private every message reaches the bot.
                forcesReply: isLast && message.asks != nil && chat < 0)
        }
    }

    /// Telegram refuses the whole message for one button beyond its limits; a message short of a button is better.
    private static func isPressable(_ button: Button) -> Bool {
        !button.label.isEmpty && (1...64).contains(button.data.utf8.count)
    }
}

extension SendMessage {
    func write(_ body: inout JSONWriter) {
        body.member("chat_id", chat)
        body.member("message_thread_id", topic)
        writeText(&body)
        if replyTo != nil { body.object("reply_parameters", writeReply) }
        if hasMarkup { body.object("reply_markup", writeMarkup) }
    }

    /// As an edit of a message that is out: an edit cannot move to another topic, reply or open a reply field.
    func writeEdit(of message: Int64, _ body: inout JSONWriter) {
        body.member("chat_id", chat)
        body.member("message_id", message)
        writeText(&body)
        if !buttons.isEmpty { body.object("reply_markup", writeMarkup) }
    }

    private func writeText(_ body: inout JSONWriter) {
        body.member("text", part.text)
        if !part.marks.isEmpty { body.list("entities", writeMarks) }
        body.object("link_preview_options") { $0.member("is_disabled", true) }
    }

    func writeMarks(_ list: inout JSONWriter) {
        for mark in part.marks { list.objectElement { mark.write(&$0) } }
    }

    func writeReply(_ reply: inout JSONWriter) {
        reply.member("message_id", replyTo)
        reply.member("allow_sending_without_reply", true)
    }

    var hasMarkup: Bool { !buttons.isEmpty || forcesReply }

    func writeMarkup(_ markup: inout JSONWriter) {
        guard buttons.isEmpty else {
            markup.list("inline_keyboard") { rows in
                for row in buttons { rows.listElement { Self.write(row, &$0) } }
            }
            return
        }
        markup.member("force_reply", true)
        markup.member("selective", true)
    }

    private static func write(_ row: [Button], _ list: inout JSONWriter) {
        for button in row {
            list.objectElement {
                $0.member("text", button.label)
                $0.member("callback_data", button.data)
            }
        }
    }
}

extension MarkedText.Mark {
    fileprivate func write(_ body: inout JSONWriter) {
        switch kind {
        case .bold: body.member("type", "bold")
        case .code: body.member("type", "code")
        case .link(let url):
            body.member("type", "text_link")
            body.member("url", url)
        case .mention(let user, let name):
            body.member("type", "text_mention")
            body.object("user") {
                $0.member("id", user)
                $0.member("is_bot", false)
                $0.member("first_name", name)
            }
        }
        body.member("offset", Int64(range.lowerBound))
        body.member("length", Int64(range.count))
    }
}

extension TelegramAPI {
    /// Asked once only, whatever happens: a second try could be a second message.
    /// - Returns: the new message's id.
    func send(
        _ message: SendMessage
    ) async throws(CancellationError) -> TelegramAnswer<Int64> {
        try await call(.sendMessage, within: .seconds(30), mayRepeat: false) {
            json throws(JSONFault) in
            try Self.messageID(&json)
        } _: { body in
            message.write(&body)
        }
    }

    /// The one thing that matters in Telegram's copy of what was sent.
    private static func messageID(_ json: inout JSONScanner) throws(JSONFault) -> Int64 {
        var id: Int64?
        try json.object { name, json throws(JSONFault) in
            if name == "message_id" { id = try json.int() }
        }
        guard let id else { throw .mismatch }
        return id
    }
}
