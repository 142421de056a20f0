import CurlHTTP

/// Where a file lies that somebody sent, for about an hour.
struct TelegramFilePath: Hashable, Sendable {
    var path: String
    var size: Int64?
}

extension TelegramAPI {
    /// Asked once only, whatever happens: a second try could be a second message.
    func sendDocument(
        _ form: Multipart
    ) async throws(CancellationError) -> TelegramAnswer<Int64> {
        try await upload(.sendDocument, form, within: .seconds(300)) { json throws(JSONFault) in
            try QuotedMessage(&json).id
        }
    }

    func getFile(
        _ id: String
    ) async throws(CancellationError) -> TelegramAnswer<TelegramFilePath> {
        try await call(.getFile, within: .seconds(20)) { json throws(JSONFault) in
            var (path, size) = (String?.none, Int64?.none)
            try json.object { name, json throws(JSONFault) in
                switch name {
                case "file_path": path = try json.string()
                case "file_size": size = try json.int()
                default: break
                }
            }
            guard let path else { throw .mismatch }
            return TelegramFilePath(path: path, size: size)
        } _: { body in
            body.member("file_id", id)
        }
    }

    func sendTyping(
        to chat: Int64, topic: Int64?
    ) async throws(CancellationError) -> TelegramAnswer<Bool> {
        try await call(.sendChatAction, within: .seconds(5)) { json throws(JSONFault) in
            try json.bool()
        } _: { body in
            body.member("chat_id", chat)
            body.member("message_thread_id", topic)
            body.member("action", "typing")
        }
    }
}
