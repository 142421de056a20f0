package import Chat
import FoundationEssentials
package import Logging

/// Discord as a chat platform: one bot, its gateway and its sending.
package struct DiscordPlatform: ChatPlatform {
    package let platform = Platform.discord

    let api: DiscordAPI
    let clock: any WallClock
    let logger: Logger
    let record = DiscordRecord()
    let settings: DiscordSettings
    let store: (any GatewayStore)?
    let chance: @Sendable () -> Double
    let needsAuthority: @Sendable (String) -> Bool
    let suggester: (any DiscordSuggester)?
    let interactions: Interactions

    /// Nil where the settings' address is neither https nor on loopback.
    ///
    /// `chance` gives numbers from 0 to 1. `store` keeps what has to outlive the process; without one every start asks
    /// for a new session. `needsAuthority` says whether the sender's rights matter for a text; polling asks only then.
    package init?(
        _ settings: DiscordSettings, transport: any DiscordTransport, clock: any WallClock,
        chance: @escaping @Sendable () -> Double, logger: Logger,
        store: (any GatewayStore)? = nil, suggester: (any DiscordSuggester)? = nil,
        needsAuthority: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        guard
            let api = DiscordAPI(
                base: settings.base, token: settings.token, transport: transport, clock: clock,
                chance: chance, halted: { logger.error("\(DiscordAnswer.halted($0).words)") })
        else { return nil }
        self.api = api
        self.clock = clock
        self.logger = logger
        self.settings = settings
        self.store = store
        self.chance = chance
        self.needsAuthority = needsAuthority
        self.suggester = suggester
        interactions = Interactions(api, clock: clock, logger: logger)
    }

    package var health: DiscordHealth {
        get async {
            var health = await record.health
            health.late = await interactions.late
            // The gateway may go on although nothing can be answered.
            if let halt = await api.gate.halt { health.trouble = DiscordAnswer.halted(halt).words }
            return health
        }
    }

    /// - Throws: `DiscordRefused` where Discord does not let the bot in.
    package func run(_ inbox: any Inbox) async throws {
        do {
            let bot = try await introduce()
            switch settings.receiving {
            case .gateway: try await hear(as: bot, inbox)
            case .polling: try await poll(as: bot, inbox)
            }
        } catch let refused as DiscordRefused {
            await record.refused(refused)
            throw refused
        } catch is CancellationError {
            // Asked to stop.
        }
    }

    /// Asks who the bot is until Discord answers.
    /// - Returns: its id.
    private func introduce() async throws -> String {
        while true {
            var wait = 5.0
            let words: String
            switch try await api.call(.me, as: .again) {
            case .ok(let json):
                guard let id = json["id"]?.string else {
                    words = "an answer that is not Discord's"
                    break
                }
                await record.introduced(json["username"]?.string)
                return id
            case .refusal(let refusal) where refusal.status == 401:
                throw DiscordRefused(reason: .token, tokenEnd: settings.token.end)
            case let answer:
                words = answer.words
                if case .halted(let halt) = answer {
                    wait = max(wait, halt.wait(from: clock.now()))
                }
            }
            await complain(words, tryingAgainIn: wait)
            try await clock.sleep(seconds: wait)
        }
    }

    func complain(_ words: String, tryingAgainIn seconds: Double) async {
        await record.troubled(words)
        logger.warning("\(words); trying again in \(max(1, Int(seconds.rounded()))) s")
    }
}

extension InvalidRequests.Halt {
    func wait(from now: Date) -> Double {
        switch self {
        case .refused: 600
        case .banned(let until), .tooMany(let until): until - now.timeIntervalSince1970
        }
    }
}
