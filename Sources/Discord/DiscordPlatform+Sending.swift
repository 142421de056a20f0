package import Chat
import CurlHTTP
import FoundationEssentials
import Logging

extension DiscordPlatform {
    /// Sends one message, in several parts where it is long: as the answer to an interaction where that still waits for
    /// one, else to the channel or in private.
    ///
    /// A part that is out stays out: trying the same key again goes on with the next one.
    package func send(_ message: Message) async -> SendResult {
        await send(message, file: nil)
    }

    /// The file goes with the last part, under its neutral name, whatever its sender called it.
    package func send(_ message: Message, with contents: [UInt8]) async -> SendResult {
        guard let file = message.file else { return await send(message) }
        guard !contents.isEmpty else { return .invalid(reason: "file is empty") }
        guard contents.count <= Self.mostSent else { return .invalid(reason: "file is too large") }
        return await send(
            message,
            file: .init("files[0]", fileName: file.name, mediaType: file.mediaType, contents))
    }

    /// What every server takes.
    private static let mostSent = 10 << 20

    private func send(_ message: Message, file: Multipart.Part?) async -> SendResult {
        let body = MessageBody(message)
        guard body.count > 0 else { return .invalid(reason: "text is empty") }
        let (interaction, isPrivate) = await interaction(for: message)
        var next = 0
        if let interaction {
            let answer = await interactions.answer(
                interaction, body, with: file, key: message.key, isPrivate: isPrivate)
            if let result = answer.result { return told(result) }
            next = answer.next
        }
        var result: SendResult
        switch await channel(of: message.room) {
        case .channel(let id): result = await send(message, body, from: next, with: file, to: id)
        case .none(let refusal): result = refusal
        }
        // The bot may be let into a channel by its commands alone.
        if result == .blocked, let interaction, !isPrivate {
            result =
                await interactions.follow(interaction, body, with: file, key: message.key) ?? result
        }
        return told(result)
    }

    /// The interaction that waits for a message, and whether its sender alone may read it.
    private func interaction(for message: Message) async -> (id: String?, isPrivate: Bool) {
        if let id = message.room.discordInteraction {
            (id, true)
        } else if let reply = message.replyTo, reply.hasPrefix(Interaction.mark) {
            (String(reply.dropFirst(Interaction.mark.count)), false)
        } else if let user = message.room.discordUser {
            (await interactions.unanswered(inPrivateChatOf: user), false)
        } else {
            (nil, false)
        }
    }

    private func send(
        _ message: Message, _ body: MessageBody, from first: Int, with file: Multipart.Part?,
        to channel: String
    ) async -> SendResult {
        let reply = message.replyTo.flatMap { UInt64($0) == nil ? nil : $0 }
        let isLong = body.count > 1 && !message.key.isEmpty
        var next = max(first, isLong ? await record.firstPart(of: message.key) : 0)
        var result = SendResult.uncertain
        repeat {
            let index = min(next, body.count - 1)
            let part = body.part(index, replyTo: reply)
            let upload = index == body.count - 1 ? file : nil
            var manner = upload == nil ? DiscordAPI.Manner(patience: 1) : .upload
            // With its nonce a message may be tried again.
            manner.tries = message.key.isEmpty ? 1 : 2
            let answer = try? await api.call(
                .send(to: channel), part, with: upload, as: manner)
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
