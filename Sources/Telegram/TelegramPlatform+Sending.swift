package import Chat
import Logging

extension TelegramPlatform {
    /// Sends one message, in several parts where it is long.
    ///
    /// A part that is out stays out: trying the same key again goes on with the next one.
    package func send(_ message: Message) async -> SendResult {
        guard let chat = Int64(message.room.chat) else { return Self.unknownChat(message.room) }
        let parts = SendMessage.all(message, to: chat)
        guard !parts.isEmpty else { return .invalid(reason: "text is empty") }
        return await send(message, partCount: parts.count) { try await api.send(parts[$0]) }
    }

    /// Nobody can be written to who wrote in the name of a chat.
    static func unknownChat(_ room: RoomAddress) -> SendResult {
        room.chat.hasPrefix(Account.anonymousPrefix)
            ? .blocked : .invalid(reason: "not a Telegram chat")
    }

    /// Sends the parts that are not out yet, in order, each once.
    func send(
        _ message: Message, partCount: Int, _ sendPart: (Int) async throws -> TelegramAnswer<Int64>
    ) async -> SendResult {
        let isLong = partCount > 1 && !message.key.isEmpty
        var next = isLong ? await record.firstPart(of: message.key) : 0
        var result = SendResult.uncertain
        repeat {
            let answer = try? await sendPart(min(next, partCount - 1))
            result = answer.map { SendResult($0, on: platform) } ?? .uncertain
            guard case .sent = result else { break }
            next += 1
            if isLong { await record.sent(next, of: partCount, key: message.key) }
        } while next < partCount
        if case .invalid(let reason) = result {
            logger.error("Telegram refused a message", metadata: ["reason": "\(reason)"])
        }
        return result
    }
}
