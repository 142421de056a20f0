import Chat
import CurlHTTP
import FoundationEssentials
import Logging
import Operations
import ServiceLifecycle
import Web

// What only `cohortbot run` has: the connection, the health page, the menus.

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

/// Puts the commands into a platform's menus, for as long as that takes or the bot runs.
struct MenuService: Service {
    let announce: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await announce() }
        try? await gracefulShutdown()
    }
}

/// How the connection to a platform is.
struct ConnectionReport: Sendable {
    /// When it was last heard of.
    var lastHeard: Date?
    /// What is wrong, in a fixed vocabulary; nil while all is well.
    var trouble: String?
}

/// Tells the health page how a platform is.
struct HealthWatch: Service {
    let platform: Platform
    let health: Health
    let clock: any WallClock
    let report: @Sendable () async -> ConnectionReport
    /// Seconds between looks.
    private static let interval = 1.0

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var last: Date?
            repeat {
                let report = await report()
                if report.lastHeard != last {
                    last = report.lastHeard
                    health.success(of: platform)
                }
                if let trouble = report.trouble {
                    health.failure(of: platform, reason: trouble)
                }
            } while (try? await clock.sleep(seconds: Self.interval)) != nil
        }
    }
}
