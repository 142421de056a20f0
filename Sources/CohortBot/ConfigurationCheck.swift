import Chat
import Configuration
import CurlHTTP
import Logging
import Operations
import Telegram

/// `cohortbot check`: validates everything and starts nothing.
package struct ConfigurationCheck {
    private let setup: Setup
    private let isOnline: Bool

    package init(_ setup: Setup, isOnline: Bool) {
        self.setup = setup
        self.isOnline = isOnline
    }

    /// - Throws: `Failure` 78 with every fault of the configuration, 1 where a platform refuses its token.
    package func run() async throws {
        let loader = setup.loader()
        if setup.isConfigNamed, !loader.directoryExists {
            throw Failure.badConfiguration(["\(setup.configDirectory): there is no such directory"])
        }
        let loaded = loader.load()
        let lines = ConfigurationReport(loaded).lines
        guard let configuration = loaded.configuration else {
            throw Failure.badConfiguration(lines)
        }
        for line in lines { Terminal.standard.print(line) }
        if isOnline { try await ask(configuration) }
    }

    private func ask(_ configuration: BotConfiguration) async throws {
        guard let settings = configuration.telegram, let token = TelegramToken(settings.token.value)
        else {
            Terminal.standard.print("telegram: no token, so nothing to ask")
            return
        }
        setup.secrets.register(settings.token.value)
        let http = HTTPClient()
        let telegram = TelegramPlatform(
            .init(token: token, base: settings.apiBase), transport: http, clock: SystemClock(),
            chance: { 0 }, logger: .silent, needsAuthority: { _ in false })
        let answer = await telegram?.introduction() ?? "is not at an address I may use"
        await http.shutDown()
        guard answer.hasPrefix("@") else {
            throw Failure.unhealthy("telegram (\(settings.tokenOrigin)): \(answer)")
        }
        Terminal.standard.print("telegram: the token belongs to \(answer)")
    }
}
