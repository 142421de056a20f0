package import Chat
import CurlHTTP
import Logging

extension TelegramPlatform {
    /// What Telegram hands out at most.
    private static let mostFetched = 20 << 20
    private static let mostSent = 50 << 20
    private static let longestCaption = 1024

    /// Sends a file under its neutral name, with the message as its caption.
    ///
    /// What is too long for a caption goes first, as messages of its own; as with other long messages, a part that is
    /// out stays out when the same key is tried again.
    package func send(_ message: Message, with contents: [UInt8]) async -> SendResult {
        guard let file = message.file else { return await send(message) }
        guard let chat = Int64(message.room.chat) else { return Self.unknownChat(message.room) }
        guard !contents.isEmpty else { return .invalid(reason: "file is empty") }
        guard contents.count <= Self.mostSent else { return .invalid(reason: "file is too large") }
        var parts = SendMessage.all(message, to: chat)
        let isCaption =
            parts.count <= 1 && parts.first?.part.text.utf16.count ?? 0 <= Self.longestCaption
        let caption = isCaption ? parts.popLast() : nil
        let document = Multipart.Part(
            "document", fileName: file.name, mediaType: file.mediaType, contents)
        let form = Multipart((caption ?? .empty(message, to: chat)).fields + [document])
        return await send(message, partCount: parts.count + 1) { number in
            number < parts.count
                ? try await api.send(parts[number]) : try await api.sendDocument(form)
        }
    }

    /// Fetches a file that somebody sent, at most `limit` bytes of it.
    package func fetch(_ attachment: Attachment, upTo limit: Int) async -> FetchedFile {
        let limit = min(limit, Self.mostFetched)
        guard let found = try? await api.getFile(attachment.id) else { return .unreachable }
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
    /// A file without words, addressed.
    fileprivate static func empty(_ message: Message, to chat: Int64) -> SendMessage {
        SendMessage(
            chat: chat, topic: message.room.topic.flatMap { Int64($0) },
            part: MarkedText(text: "", marks: []),
            // With words the reply went with the first of them.
            replyTo: message.text.isEmpty ? message.replyTo.flatMap { Int64($0) } : nil)
    }

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
