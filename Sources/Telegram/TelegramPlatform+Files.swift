package import Chat
import CurlHTTP
import Logging

/// What became of fetching a file.
package enum FetchedFile: Hashable, Sendable {
    case bytes([UInt8])
    /// Larger than was allowed, or than Telegram hands out to bots (20 MB).
    case tooLarge
    /// Telegram no longer has it, or not for this bot.
    case gone
    /// Worth trying again.
    case unreachable
}

extension TelegramPlatform {
    /// What Telegram hands out at most.
    private static let mostFetched = 20 << 20
    private static let mostSent = 50 << 20
    private static let longestCaption = 1024

    /// Sends a file under a neutral name, whatever its sender called it: a name can tell who wrote a work.
    ///
    /// Once, like `send`; the caption is at most 1,024 UTF-16 code units.
    package func send(
        file: [UInt8], named name: String, mediaType: String = "application/octet-stream",
        with message: Message
    ) async -> SendResult {
        guard let chat = Int64(message.room.chat) else {
            return message.room.chat.hasPrefix(Account.anonymousPrefix)
                ? .blocked : .invalid(reason: "not a Telegram chat")
        }
        guard !file.isEmpty else { return .invalid(reason: "file is empty") }
        guard file.count <= Self.mostSent else { return .invalid(reason: "file is too large") }
        let captions = SendMessage.all(message, to: chat)
        guard captions.count <= 1,
            captions.first?.part.text.utf16.count ?? 0 <= Self.longestCaption
        else { return .invalid(reason: "caption is too long") }
        let caption =
            captions.first
            ?? SendMessage(
                chat: chat, topic: message.room.topic.flatMap { Int64($0) },
                part: MarkedText(text: "", marks: []),
                replyTo: message.replyTo.flatMap { Int64($0) })
        let document = Multipart.Part("document", fileName: name, mediaType: mediaType, file)
        let form = Multipart(caption.fields + [document])
        let result =
            (try? await api.sendDocument(form)).map { SendResult($0, on: platform) } ?? .uncertain
        if case .invalid(let reason) = result {
            logger.error("Telegram refused a file", metadata: ["reason": "\(reason)"])
        }
        return result
    }

    /// Fetches a file that somebody sent, at most `limit` bytes of it.
    package func fetch(_ file: String, upTo limit: Int) async -> FetchedFile {
        let limit = min(limit, Self.mostFetched)
        guard let found = try? await api.getFile(file) else { return .unreachable }
        switch found {
        case .result(let place):
            guard place.size ?? 0 <= limit else { return .tooLarge }
            return await api.download(place.path, upTo: limit)
        case .refusal(let refusal) where refusal.says("too big"): return .tooLarge
        case .refusal(let refusal) where refusal.code == 400 || refusal.code == 403: return .gone
        case .refusal, .unreadable, .failed: return .unreachable
        }
    }
}

extension SendMessage {
    /// The same as form fields, with the text as the caption of a file.
    fileprivate var fields: [Multipart.Part] {
        var fields = [Multipart.Part("chat_id", Array(String(chat).utf8))]
        if let topic { fields.append(.init("message_thread_id", Array(String(topic).utf8))) }
        if !part.text.isEmpty {
            fields.append(.init("caption", Array(part.text.utf8)))
            if !part.marks.isEmpty {
                fields.append(.init("caption_entities", JSONWriter.list { writeMarks(&$0) }))
            }
        }
        if replyTo != nil {
            fields.append(.init("reply_parameters", JSONWriter.object { writeReply(&$0) }))
        }
        if hasMarkup {
            fields.append(.init("reply_markup", JSONWriter.object { writeMarkup(&$0) }))
        }
        return fields
    }
}

extension TelegramAPI {
    /// The address holds the token and is built, used and forgotten here.
    fileprivate func download(_ path: String, upTo limit: Int) async -> FetchedFile {
        guard let url = fileURL(path) else { return .gone }
        let request = HTTPRequest(
            url: url,
            deadlines: .init(connect: .seconds(10), total: .seconds(300), stall: .seconds(30)),
            responseLimit: limit)
        do {
            let response = try await transport.call(request)
            switch response.status {
            case 200: return .bytes(response.body)
            case 400, 403, 404, 410: return .gone
            default: return .unreachable
            }
        } catch HTTPFailure.responseTooLarge {
            return .tooLarge
        } catch {
            return .unreachable
        }
    }
}
