package import Chat
package import Configuration
package import Dates
package import Journal
package import Logging
package import Operations

/// What a bot is built from: everything that touches the outside, so that a test passes its own.
package struct BotParts {
    package var configuration: BotConfiguration
    package var stateDirectory: String
    package var files: any FileSystem
    package var clock: any WallClock
    package var zones: ZoneDatabase
    package var chance: any RandomNumberGenerator & Sendable
    package var health: Health
    package var logger: Logger
    package var journalLimits = JournalLimits()
    /// Reads the configuration anew; nil where there is nothing to reload.
    package var reload: (@Sendable () -> LoadedConfiguration)?
    /// What the configuration's files look like now.
    package var look: (@Sendable () -> ConfigurationFingerprint)?

    package init(
        configuration: BotConfiguration, stateDirectory: String, files: any FileSystem,
        clock: any WallClock, zones: ZoneDatabase, chance: any RandomNumberGenerator & Sendable,
        health: Health, logger: Logger,
        reload: (@Sendable () -> LoadedConfiguration)? = nil,
        look: (@Sendable () -> ConfigurationFingerprint)? = nil
    ) {
        self.configuration = configuration
        self.stateDirectory = stateDirectory
        self.files = files
        self.clock = clock
        self.zones = zones
        self.chance = chance
        self.health = health
        self.logger = logger
        self.reload = reload
        self.look = look
    }
}
