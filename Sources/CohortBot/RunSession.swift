import Chat
import Configuration
import Commands
import CurlHTTP
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
    private let telegram: TelegramPlatform
    private let health: Health
    private let metrics: PrometheusMetrics
    private let configuration: BotConfiguration
    private let logger: Logger

    /// - Throws: `Failure` with its exit code: 78 without a platform or with a bad configuration, 75, 65 or 73 for the
    ///   state.
    package init(_ setup: Setup) async throws {
        self.setup = setup
        let configuration = try setup.loaded()
        guard let settings = configuration.telegram,
            let token = TelegramToken(settings.token.value)
        else {
            throw Failure.badConfiguration([ConfigurationReport.noPlatform])
        }
        setup.secrets.register(settings.token.value)
        logger = setup.logger(configuration.logFormat)
        let clock = SystemClock()
        health = Health(now: { clock.now() })
        metrics = PrometheusMetrics()
        http = HTTPClient(
            HTTPConfiguration(authoritiesFile: setup.environment.authoritiesFile))
        let commands = Bot.commands
        guard
            let telegram = TelegramPlatform(
                .init(
                    token: token, base: settings.apiBase,
                    isPaced: configuration.pacing == .platform), transport: http, clock: clock,
                chance: { Double.random(in: 0...1) }, logger: logger,
                needsAuthority: { commands.needsAuthority($0) })
        else {
            throw Failure.badConfiguration(["\(settings.apiBase): https, or http on loopback"])
        }
        self.telegram = telegram
        self.configuration = configuration
        health.watch(.telegram, longestSilence: 120)
        var parts = BotParts(
            configuration: configuration, stateDirectory: setup.stateDirectory(configuration),
            files: SystemFiles(), clock: clock, zones: setup.zones,
            chance: SystemRandomNumberGenerator(), health: health, logger: logger)
        parts.reload = { setup.loader().load() }
        parts.look = setup.look()
        do {
            bot = try await Bot.build(parts, platforms: [telegram])
        } catch let fault as JournalFault {
            throw Failure(fault)
        }
    }

    /// Runs until SIGTERM or SIGINT, then says what waits.
    /// - Throws: `Failure` 69 when every platform refuses its token.
    package func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        let web = try server()
        let services: [any Service] =
            [HTTPService(client: http), web]
            + bot.services + [
                MenuService(telegram: telegram, cards: Bot.commands.cards),
                HealthWatch(telegram: telegram, health: health, clock: SystemClock()),
            ]
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger.silent))
        do {
            try await group.run()
        } catch is AllRefused {
            throw Failure.refused([
                "Telegram refuses the token from \(configuration.telegram?.tokenOrigin ?? "?")"
                    + ending + ".",
                "A token looks like 123456789:AbC-dEf_123; @BotFather shows yours.",
                "Put the right one there and start again.",
            ])
        }
        Terminal.standard.complain(await bot.farewell(zones: setup.zones))
    }

    /// The refused token's last characters, where it is long enough to show any.
    private var ending: String {
        guard let ending = configuration.telegram?.token.ending, !ending.isEmpty else { return "" }
        return " (it ends in \(ending))"
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
