package import Chat
import FoundationEssentials
import Logging

extension DiscordPlatform {
    /// Sends one message, in several parts where it is long: as the answer to an interaction where that still waits for
    /// one, else to the channel or in private.
    ///
    /// A part that is out stays out: trying the same key again goes on with the next one.
    package func send(_ message: Message) async -> SendResult {
        let body = MessageBody(message)
        guard body.count > 0 else { return .invalid(reason: "text is empty") }
        if let result = await answer(message, body) { return told(result) }
        switch await channel(of: message.room) {
        case .channel(let id): return told(await send(message, body, to: id))
        case .none(let result): return told(result)
        }
    }

    /// Nil where no interaction waits for it.
    private func answer(_ message: Message, _ body: MessageBody) async -> SendResult? {
        let interaction: String?
        var isPrivate = false
        if let id = message.room.discordInteraction {
            (interaction, isPrivate) = (id, true)
        } else if let reply = message.replyTo, reply.hasPrefix(Interaction.mark) {
            interaction = String(reply.dropFirst(Interaction.mark.count))
        } else if let user = message.room.discordUser {
            interaction = await interactions.unanswered(inPrivateChatOf: user)
        } else {
            interaction = nil
        }
        guard let interaction else { return nil }
        return await interactions.answer(
            interaction, body, key: message.key, isPrivate: isPrivate)
    }

    private func send(
        _ message: Message, _ body: MessageBody, to channel: String
    ) async -> SendResult {
        let reply = message.replyTo.flatMap { UInt64($0) == nil ? nil : $0 }
        let isLong = body.count > 1 && !message.key.isEmpty
        var next = isLong ? await record.firstPart(of: message.key) : 0
        var result = SendResult.uncertain
        repeat {
            let index = min(next, body.count - 1)
            let part = body.part(index, replyTo: reply)
            let answer = try? await api.call(
                .send(to: channel), part,
                as: .init(patience: 1, tries: message.key.isEmpty ? 1 : 2))
            result = answer.map { SendResult($0) } ?? .uncertain
            guard case .sent = result else { break }
            next += 1
            await record.sent(isLong ? next : body.count, of: body.count, key: message.key)
        } while next < body.count
        // With its nonce a message may be tried again, however its first try ended.
        let now = clock.now().timeIntervalSince1970
        if result == .uncertain, await record.mayRepeat(message.key, at: now) {
            return .unreachable
        }
        return result
    }

    enum Target {
        case channel(String)
        case none(SendResult)
    }

    /// Opens a private chat where the room is one.
    func channel(of room: RoomAddress) async -> Target {
        guard let user = room.discordUser else {
            return room.discordChannel.map { .channel($0) }
                ?? .none(.invalid(reason: "not a Discord channel"))
        }
        if let known = await record.privateChannel(of: user) { return .channel(known) }
        guard
            let answer = try? await api.call(
                .openPrivate, ["recipient_id": .string(user)], as: .init(patience: 1, tries: 2))
        else { return .none(.unreachable) }
        guard let id = answer.value?["id"]?.string else {
            let result = SendResult(answer)
            // Opening it twice opens the same one.
            return .none(result == .uncertain ? .unreachable : result)
        }
        await record.opened(id, of: user)
        return .channel(id)
    }

    private func told(_ result: SendResult) -> SendResult {
        if case .invalid(let reason) = result {
            logger.error("Discord refused a message", metadata: ["reason": "\(reason)"])
        }
        return result
    }
}
