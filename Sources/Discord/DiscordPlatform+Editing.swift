package import Chat
import CurlHTTP

extension DiscordPlatform {
    /// Puts other words and buttons in the place of a message of the bot's own; may be repeated.
    package func edit(_ message: Message, id: String) async -> SendResult {
        let body = MessageBody(message)
        guard body.count > 0 else { return .invalid(reason: "text is empty") }
        // The rest of a long text would be a new message, which an edit is not.
        guard body.count == 1 else { return .invalid(reason: "text is too long") }
        guard UInt64(id) != nil else { return .invalid(reason: "not a Discord message") }
        switch await channel(of: message.room) {
        case .none(let result): return result
        case .channel(let channel):
            guard
                let answer = try? await api.call(
                    .edit(id, in: channel), body.answer(0, isPrivate: false),
                    as: .init(patience: 1, tries: 2))
            else { return .unreachable }
            let result = SendResult(answer)
            return result == .uncertain ? .unreachable : result
        }
    }

    /// Sends a file under a neutral name, whatever its sender called it: a name can tell who wrote a work.
    package func send(
        file: [UInt8], named name: String, mediaType: String = "application/octet-stream",
        with message: Message
    ) async -> SendResult {
        let body = MessageBody(message)
        guard !file.isEmpty else { return .invalid(reason: "file is empty") }
        guard file.count <= Self.mostSent else { return .invalid(reason: "file is too large") }
        guard body.count <= 1 else { return .invalid(reason: "text is too long") }
        let reply = message.replyTo.flatMap { UInt64($0) == nil ? nil : $0 }
        let payload =
            body.count == 1
            ? body.part(0, replyTo: reply) : ["allowed_mentions": ["parse": []]]
        let form = Multipart([
            .init("payload_json", mediaType: "application/json", payload.bytes),
            .init("files[0]", fileName: name, mediaType: mediaType, file),
        ])
        switch await channel(of: message.room) {
        case .none(let result): return result
        case .channel(let channel):
            let manner = DiscordAPI.Manner(patience: 1, total: .seconds(300), tries: 1)
            let answer = try? await api.call(
                .send(to: channel), query: "", body: form.bytes, type: form.contentType, as: manner)
            return answer.map { SendResult($0) } ?? .uncertain
        }
    }

    /// What every server takes.
    private static let mostSent = 10 << 20
}
