/// A pressed button.
struct CallbackQuery: Hashable, Sendable {
    /// What the answer must name, or the button spins for a minute.
    var id: String
    var from: TelegramUser
    /// The message with the button; Telegram may leave it out when it is old.
    var message: TelegramMessage?
    var data: String?
}

extension CallbackQuery {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (id, from) = (String?.none, TelegramUser?.none)
        var (message, data) = (TelegramMessage?.none, String?.none)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "id": id = try json.string()
            case "from": from = try TelegramUser(&json)
            case "message": message = try TelegramMessage(&json)
            case "data": data = try json.string()
            default: break
            }
        }
        guard let id, let from else { throw .mismatch }
        self.init(id: id, from: from, message: message, data: data)
    }
}
