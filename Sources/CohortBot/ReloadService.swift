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
    private let look: @Sendable () -> ConfigurationFingerprint
    private let known: ConfigurationFingerprint
    private let decider: Decider
    private let outbox: Outbox
    private let clock: any WallClock
    private let logger: Logger

    init?(_ parts: BotParts, decider: Decider, outbox: Outbox) {
        guard let reload = parts.reload, let look = parts.look else {
            return nil
        }
        self.reload = reload
        self.look = look
        known = look()
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
                    for await _ in signals { await load() }
                }
                group.addTask {
                    try? await ConfigurationWatcher(
                        known: known, clock: clock, look: look, changed: { await load() }
                    ).run()
                }
            }
        }
    }

    private func load() async {
        // Files are read, which takes as long as the disk likes.
        let loaded = await withTaskExecutorPreference(globalConcurrentExecutor) { reload() }
        for warning in loaded.warnings {
            logger.warning("configuration.warning", metadata: ["what": "\(warning)"])
        }
        for fault in loaded.faults {
            logger.error("configuration.fault", metadata: ["what": "\(fault)"])
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
