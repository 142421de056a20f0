import Chat
import FoundationEssentials
import Logging

extension DiscordPlatform {
    /// Seconds between two looks at which servers and channels there are.
    private static let lookInterval = 300.0

    /// Asks the servers' channels for new messages, one after the other, until cancelled.
    func poll(as bot: String, _ inbox: any Inbox) async throws {
        logger.notice(
            "polling Discord's channels: no slash commands, no buttons, no private messages")
        var hearing = Hearing(menus: [:])
        hearing.bot = bot
        var polling = Polling()
        var looksAt = -Double.infinity
        while true {
            let now = clock.now().timeIntervalSince1970
            if now >= looksAt {
                try await look(&hearing, &polling)
                looksAt = now + Self.lookInterval
            }
            guard let next = polling.next else {
                try await clock.sleep(seconds: Self.lookInterval)
                continue
            }
            try await clock.sleep(
                until: Date(timeIntervalSince1970: min(next.at, max(looksAt, now))))
            guard clock.now().timeIntervalSince1970 >= next.at else { continue }
            let batch = try await ask(next.channel, &hearing, &polling)
            if !batch.isEmpty { await inbox.receive(batch) }
        }
    }

    private func look(_ hearing: inout Hearing, _ polling: inout Polling) async throws {
        var rooms: [String] = []
        for guild in await servers() {
            await record.isIn(server: guild)
            guard let known = try await api.call(.guild(guild), as: .again).value,
                let channels = try await api.call(.channels(of: guild), as: .again).value
            else { continue }
            hearing.note(guild: known, channels: channels.array)
            // A forum has no messages of its own, only threads.
            rooms += hearing.book.rooms(of: guild).filter {
                [0, 5].contains(hearing.book.channel($0)?.type)
            }
        }
        polling.note(channels: rooms, at: clock.now().timeIntervalSince1970)
    }

    /// - Returns: what was written since the last time, oldest first; empty the first time.
    private func ask(
        _ channel: String, _ hearing: inout Hearing, _ polling: inout Polling
    ) async throws -> [Incoming] {
        let now = clock.now()
        let after = polling.after(channel)
        polling.asked(channel, at: now.timeIntervalSince1970)
        let query = after.map { "?limit=100&after=\($0)" } ?? "?limit=1"
        let answer = try await api.call(.messages(in: channel), query: query, as: .init(tries: 1))
        switch answer {
        case .ok(let json):
            let messages = json.array.sorted { Self.precedes($0, $1) }
            polling.heard(channel, newest: messages.last?["id"]?.string)
            if await record.polled(at: now) { logger.info("Discord answers again") }
            guard after != nil else { return [] }
            var batch: [Incoming] = []
            for message in messages {
                if let heard = await heard(message, in: channel, hearing) { batch.append(heard) }
            }
            return batch
        case .refusal(let refusal) where refusal.status == 401:
            throw DiscordRefused(reason: .token, tokenEnd: settings.token.end)
        case .halted(.refused):
            throw DiscordRefused(reason: .token, tokenEnd: settings.token.end)
        case .refusal(let refusal) where refusal.status == 403 || refusal.status == 404:
            polling.refused(channel, for: nil, at: now.timeIntervalSince1970)
        default:
            let wait: Double
            switch answer {
            case .held(let seconds): wait = seconds
            case .halted(let halt): wait = halt.wait(from: now)
            case .refusal(let refusal): wait = max(5, refusal.retryAfter ?? 0)
            default: wait = 5
            }
            polling.refused(channel, for: wait, at: now.timeIntervalSince1970)
            await record.troubled(answer.words)
        }
        return []
    }

    /// Messages that were asked for name no member: what the author may do is asked where it matters.
    func heard(
        _ message: JSON, in channel: String, _ hearing: Hearing
    ) async -> Incoming? {
        guard var heard = hearing.message(message, at: clock.now()) else { return nil }
        guard case .text(let text) = heard.content, needsAuthority(text),
            let guild = hearing.book.channel(channel)?.guild
        else { return heard }
        let user = heard.sender.account.id
        if let member = try? await api.call(.member(user, of: guild), as: .again).value {
            let roles = member["roles"]?.array.compactMap(\.string) ?? []
            heard.sender.authority = hearing.book.authority(of: user, roles: roles, in: guild)
            heard.sender.name = Sender.name(
                member["user"] ?? message["author"] ?? .null, member: member)
        }
        return heard
    }

    static func precedes(_ a: JSON, _ b: JSON) -> Bool {
        (a["id"]?.bits ?? 0) < (b["id"]?.bits ?? 0)
    }
}
