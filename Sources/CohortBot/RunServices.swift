import Chat
import CurlHTTP
import Logging
import Operations
import ServiceLifecycle
import Telegram
import Web

// What only `cohortbot run` has: the connection, the health page, Telegram's menu.

/// Closes the connections last, when nobody sends any more.
struct HTTPService: Service {
    let client: HTTPClient

    func run() async throws {
        try? await gracefulShutdown()
        await client.shutDown()
    }
}

/// The health page. Losing it harms nobody, so its failure is logged and the bot goes on.
struct WebService: Service {
    let server: WebServer
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                try await server.run()
            } catch {
                if !Task.isCancelled {
                    logger.error("web.stopped", metadata: ["reason": "\(error)"])
                }
            }
        }
        try? await gracefulShutdown()
    }
}

/// Puts the commands into Telegram's menu, once.
struct MenuService: Service {
    let telegram: TelegramPlatform
    let cards: [CommandCard]

    func run() async throws {
        await cancelWhenGracefulShutdown { await telegram.announce(cards: cards) }
        try? await gracefulShutdown()
    }
}

/// Tells the health page how Telegram is.
struct HealthWatch: Service {
    let telegram: TelegramPlatform
    let health: Health
    let clock: any WallClock
    /// Seconds between looks.
    private static let interval = 1.0

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var lastPoll = await telegram.health.lastPoll
            repeat {
                let report = await telegram.health
                if report.lastPoll != lastPoll {
                    lastPoll = report.lastPoll
                    health.success(of: telegram.platform)
                }
                if let trouble = report.trouble {
                    health.failure(of: telegram.platform, reason: trouble)
                }
            } while (try? await clock.sleep(seconds: Self.interval)) != nil
        }
    }
}
