import Chat
import Configuration
import Commands
import CurlHTTP
import Discord
import FoundationEssentials
import Glibc
import Journal
import Logging
import Operations
import ServiceLifecycle
import Telegram
import UnixSignals
import Web

/// `cohortbot run`: every platform that has a token, the health page, and the bot between them.
package struct RunSession {
    private let setup: Setup
    private let bot: Bot
    private let http: HTTPClient
    private let telegram: TelegramBots
    private let discord: DiscordBot?
    private let health: Health
    private let metrics: PrometheusMetrics
    private let configuration: BotConfiguration
    private let logger: Logger

    /// - Throws: `Failure` with its exit code: 78 without a platform or with a bad configuration, 75, 65 or 73 for the
    ///   state.
    package init(_ setup: Setup) async throws {
        self.setup = setup
        let configuration = try setup.loaded()
        guard !configuration.telegram.isEmpty || configuration.discord != nil else {
            throw Failure.badConfiguration([ConfigurationReport.noPlatform])
        }
        logger = setup.logger(configuration.logFormat)
        let clock = SystemClock()
        health = Health(now: { clock.now() })
        metrics = PrometheusMetrics()
        http = HTTPClient(
            HTTPConfiguration(authoritiesFile: setup.environment.authoritiesFile))
        telegram = try TelegramBots(
            configuration, setup, http: http, clock: clock, chance: { Double.random(in: 0...1) },
            logger: logger)
        discord = try DiscordBot(
            configuration, setup, http: http, clock: clock, chance: { Double.random(in: 0...1) },
            logger: logger)
        self.configuration = configuration
        let platforms: [any ChatPlatform] =
            telegram.platforms + [discord?.platform].compactMap { $0 }
        for bot in platforms { health.watch(bot.platform, longestSilence: 120) }
        var parts = BotParts(
            configuration: configuration, stateDirectory: setup.stateDirectory(configuration),
            files: SystemFiles(), clock: clock, zones: setup.zones,
            chance: SystemRandomNumberGenerator(), health: health, logger: logger)
        parts.reload = { setup.loader().load() }
        parts.look = setup.look()
        do {
            bot = try await Bot.build(parts, platforms: platforms)
        } catch let fault as JournalFault {
            throw Failure(fault)
        }
        discord?.suggester.connect(bot)
    }

    /// Runs until SIGTERM or SIGINT, then says what waits.
    /// - Throws: `Failure` 69 when every platform refuses its token.
    package func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        // Memory holds the token and what people wrote: a crash leaves no copy of it.
        var none = rlimit()
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        let web = try server()
        let services: [any Service] =
            [HTTPService(client: http), web] + bot.services + telegram.services(health: health)
            + (discord?.services(health: health) ?? [])
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0, serviceName: $0.name) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger.silent))
        do {
            // From the socket to the decision and back without changing threads.
            try await withTaskExecutorPreference(http) { try await group.run() }
        } catch is AllRefused {
            throw Failure.refused(refusals + ["Put the right one there and start again."])
        }
        Terminal.standard.complain(await bot.farewell(zones: setup.zones))
    }

    private var refusals: [String] {
        var lines = configuration.telegram.map {
            "Telegram refuses the token from \($0.tokenOrigin)\(ending(of: $0.token))."
        }
        if !lines.isEmpty {
            lines.append("A token looks like 123456789:AbC-dEf_123; @BotFather shows yours.")
        }
        if let discord = configuration.discord {
            lines += [
                "Discord refuses the bot with the token from \(discord.tokenOrigin)\(ending(of: discord.token)).",
                "A token has three parts with dots between; the Developer Portal makes a new one under Bot.",
            ]
        }
        return lines
    }

    /// The refused token's last characters, where it is long enough to show any.
    private func ending(of token: Secret) -> String {
        token.ending.isEmpty ? "" : " (it ends in \(token.ending))"
    }

    private func server() throws -> WebService {
        let address = configuration.listen
        let routes = health.routes + [metrics.route(stat: { Setup.processStat() })]
        do {
            return WebService(
                server: try WebServer(
                    host: address.host, port: address.port, routes: routes, limits: WebLimits(),
                    clock: ContinuousClock()), logger: logger)
        } catch {
            throw Failure.badConfiguration(["\(address): \(error)"])
        }
    }
}

extension [String: String] {
    /// A file with further certificate authorities, as curl and OpenSSL name it.
    fileprivate var authoritiesFile: String? {
        let named = self["CURL_CA_BUNDLE"] ?? self["SSL_CERT_FILE"]
        return named.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Logger {
    /// For the service group, whose own events say nothing to operators.
    static let silent = Logger(label: "services") { _ in SwiftLogNoOpLogHandler() }
}
