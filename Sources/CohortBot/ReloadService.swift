import Chat
import Configuration
import Delivery
import Logging
import ServiceLifecycle
import Texts
import UnixSignals

/// Reads the configuration anew on SIGHUP and when its files change; a bad edit keeps the old values and is named.
struct ReloadService: Service {
    private let reload: @Sendable () -> LoadedConfiguration
    private let changed: @Sendable () -> Bool
    private let decider: Decider
    private let outbox: Outbox
    private let clock: any WallClock
    private let logger: Logger
    /// Seconds between looks at the files.
    private static let interval = 2.0

    init?(_ parts: BotParts, decider: Decider, outbox: Outbox) {
        guard let reload = parts.reload, let changed = parts.configurationChanged else {
            return nil
        }
        self.reload = reload
        self.changed = changed
        self.decider = decider
        self.outbox = outbox
        clock = parts.clock
        logger = parts.logger
    }

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in signals {
                        _ = changed()
                        await load()
                    }
                }
                group.addTask {
                    while (try? await clock.sleep(seconds: Self.interval)) != nil {
                        if changed() { await load() }
                    }
                }
            }
        }
    }

    private func load() async {
        let loaded = reload()
        for fault in loaded.faults + loaded.warnings {
            logger.warning("configuration.fault", metadata: ["what": "\(fault)"])
        }
        guard let configuration = loaded.configuration else {
            logger.error(
                "configuration.kept", metadata: ["faults": "\(loaded.faults.count)"])
            return
        }
        do {
            try await decider.reload(configuration)
            await outbox.use(Sentences(overrides: configuration.wordings))
            logger.info(
                "configuration.reloaded", metadata: ["cohorts": "\(configuration.cohorts.count)"])
        } catch {
            logger.error("configuration.unsaved", metadata: ["reason": "\(error)"])
        }
    }
}
