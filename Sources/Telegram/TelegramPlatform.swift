package import Chat
import FoundationEssentials
package import Logging

/// Telegram as a chat platform: one bot, its long poll and its sending.
package struct TelegramPlatform: ChatPlatform {
    package var platform: Platform { settings.platform }

    let api: TelegramAPI
    let clock: any WallClock
    let logger: Logger
    let record = TelegramRecord()
    let settings: TelegramSettings
    let chance: @Sendable () -> Double
    let needsAuthority: @Sendable (String) -> Bool
    let administrators: Administrators

    /// Nil where the settings' address is neither https nor on loopback.
    ///
    /// `chance` gives numbers from 0 to 1, for waits that must not be the same in every bot. `needsAuthority` says
    /// whether the sender's rights in the chat matter for a text or a press; only then is Telegram asked for the
    /// chat's administrators.
    package init?(
        _ settings: TelegramSettings, transport: any TelegramTransport, clock: any WallClock,
        chance: @escaping @Sendable () -> Double, logger: Logger,
        needsAuthority: @escaping @Sendable (String) -> Bool
    ) {
        guard
            let api = TelegramAPI(
                base: settings.base, token: settings.token, transport: transport)
        else { return nil }
        self.api = api
        self.clock = clock
        self.logger = logger
        self.settings = settings
        self.chance = chance
        self.needsAuthority = needsAuthority
        administrators = Administrators(api, clock: clock)
    }

    package var health: TelegramHealth {
        get async { await record.health }
    }

    /// - Throws: `TelegramRefused` where the token is not accepted.
    package func run(_ inbox: any Inbox) async throws {
        do {
            let bot = try await introduce()
            var poll = LongPoll(self, for: bot, inbox)
            try await poll.run()
        } catch let refused as TelegramRefused {
            await record.refused(refused)
            throw refused
        } catch is CancellationError {
            // Asked to stop before Telegram could be reached: nothing was heard, nothing is to be confirmed.
        }
    }

    /// Asks who the bot is until Telegram answers.
    private func introduce() async throws -> TelegramUser {
        while true {
            let trouble: PollState.Trouble
            var wait = 5.0
            switch try await api.getMe() {
            case .result(let bot):
                await record.introduced(bot)
                logger.info(
                    "connected to Telegram", metadata: ["bot": "@\(bot.username ?? bot.name)"])
                return bot
            case .refusal(let refusal) where refusal.code == 401 || refusal.code == 404:
                throw self.refused(refusal)
            case .refusal(let refusal):
                trouble = refusal.code == 429 ? .slowDown : .serverError(refusal.code)
                wait = max(wait, Double(refusal.retryAfter ?? 0))
            case .unreadable(let status): trouble = .unreadable(status: status)
            case .failed(let failure): trouble = .unreachable(failure)
            }
            await complain(trouble, tryingAgainIn: wait)
            try await clock.sleep(seconds: wait)
        }
    }

    func refused(_ refusal: TelegramRefusal) -> TelegramRefused {
        TelegramRefused(
            words: settings.token.kept(outOf: refusal.description), code: refusal.code,
            tokenEnd: settings.token.end)
    }

    func complain(_ trouble: PollState.Trouble, tryingAgainIn seconds: Double) async {
        await record.troubled(trouble.words)
        let rounded = max(1, Int(seconds.rounded()))
        logger.warning("\(trouble.words); trying again in \(rounded) s")
    }
}
