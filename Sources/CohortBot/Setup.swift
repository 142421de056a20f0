import Chat
package import Configuration
package import Dates
import FoundationEssentials
import Glibc
package import Logging
import Operations
import Texts

/// What every subcommand begins with: places, environment, configuration, log.
package struct Setup: Sendable {
    package let environment: [String: String]
    package let zones = ZoneDatabase.system
    let secrets = Secrets()
    private let config: String?
    private let state: String?

    package init(config: String?, state: String?) {
        self.config = config
        self.state = state
        environment = ProcessInfo.processInfo.environment
    }

    /// The configuration's directory: the one named, else `bot-config` here.
    package var configDirectory: String { config ?? "bot-config" }

    /// Whether it was named and so must exist.
    var isConfigNamed: Bool { config != nil }

    /// The state's directory: flag over environment over file.
    func stateDirectory(_ configuration: BotConfiguration) -> String {
        state ?? configuration.stateDirectory
    }

    /// The state's directory for subcommands that work without a valid configuration.
    var stateDirectoryAlone: String {
        if let state { return state }
        if let state = environment["COHORTBOT_STATE"], !state.isEmpty { return state }
        return loader().load().configuration?.stateDirectory ?? BotConfiguration().stateDirectory
    }

    func loader(files: ConfigurationFiles = .disk) -> ConfigurationLoader {
        ConfigurationLoader(
            directory: configDirectory, environment: environment, files: files, checks: checks)
    }

    private var checks: ConfigurationChecks {
        let zones = zones
        let dates = DateReader(zones: zones)
        let now = SystemClock().now()
        let sentences = Sentences()
        return ConfigurationChecks(
            isZone: { zones.zone(named: $0) != nil },
            nearestZones: { words in
                switch zones.lookup(words) {
                case .one(let zone): [zone.name]
                case .several(let zones): zones.map(\.name)
                case .none(let nearest): nearest
                }
            },
            momentFault: { text, zone in
                let context = DateContext(
                    now: now, zone: zones.zone(named: zone) ?? .utc, language: "en",
                    acceptsPast: true)
                switch dates.read(text, in: context) {
                case .moment: return nil
                case .ask: return "\"\(text)\" can be several dates; write it like 2026-12-01 18:00"
                case .none(.impossible): return "there is no such date: \"\(text)\""
                case .none: return "\"\(text)\" is not a date; write it like 2026-12-01 18:00"
                }
            },
            wordingFault: { language, key, override in
                sentences.fault(of: Wording(override), insteadOf: key, in: language)
            })
    }

    /// The configuration, or every fault of it on standard error.
    /// - Throws: `Failure` 78.
    package func loaded(files: ConfigurationFiles = .disk) throws -> BotConfiguration {
        let loader = loader(files: files)
        if isConfigNamed, !loader.directoryExists {
            throw Failure.badConfiguration(["\(configDirectory): there is no such directory"])
        }
        let loaded = loader.load()
        for warning in loaded.warnings where loader.directoryExists || isConfigNamed {
            Terminal.standard.complain("warning: \(warning)")
        }
        guard let configuration = loaded.configuration else {
            throw Failure.badConfiguration(loaded.faults.map(\.description))
        }
        return configuration
    }

    /// The configuration for a console: the sample that is compiled in where no directory lies here.
    /// - Throws: `Failure` 78.
    func consoleConfiguration() throws -> BotConfiguration {
        guard !isConfigNamed, !loader().directoryExists else { return try loaded() }
        let loader = ConfigurationLoader(
            directory: ConfigurationFiles.sampleDirectory, environment: environment, files: .sample,
            checks: checks)
        guard let configuration = loader.load().configuration else {
            throw Failure.badConfiguration(loader.load().faults.map(\.description))
        }
        return configuration
    }

    /// What the kernel says of this process, for the metrics.
    static func processStat() -> String? {
        (try? ConfigurationFiles.disk.read("/proc/self/stat")).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The operators' log on standard error.
    package func logger(_ format: LogFormat, level: Logger.Level = .info) -> Logger {
        let isTerminal = isatty(STDERR_FILENO) == 1
        let wanted: LogLine.Format =
            switch format {
            case .json: .json
            case .text: .text
            case .auto: isTerminal ? .text : .json
            }
        let secrets = secrets
        let clock = SystemClock()
        return Logger(label: "cohortbot") { label in
            OperatorLog(
                label: label, level: level, format: wanted, secrets: secrets, now: { clock.now() },
                write: { line in Terminal.standard.log(line) })
        }
    }

    /// Tells what the configuration's files look like.
    func look() -> @Sendable () -> ConfigurationFingerprint {
        let directory = configDirectory
        return { ConfigurationFingerprint(directory: directory) }
    }
}
