import Chat
import Configuration
import Console
import Dates
import FoundationEssentials
import Glibc
import Journal
import Logging
import Operations
import ServiceLifecycle
import UnixSignals

/// `cohortbot console`: the whole bot in the terminal, with the sample cohort where no configuration lies.
package struct ConsoleSession {
    private let setup: Setup
    private let bot: Bot
    private let isInteractive: Bool

    /// - Throws: `Failure` with its exit code: 78 for the configuration or an unknown cohort or member, 75, 65 or 73 for
    ///   the state.
    package init(_ setup: Setup, cohort: String?, speaker: String?) async throws {
        self.setup = setup
        let terminal = Terminal.standard
        isInteractive = terminal.isInteractive
        let configuration = try setup.consoleConfiguration()
        let cast = try Self.cast(configuration, cohort: cohort)
        let clock = SkippingClock(base: SystemClock())
        let health = Health(now: { clock.now() })
        let logger = setup.logger(configuration.logFormat, level: .error)
        let stateDirectory = setup.stateDirectory(configuration)
        // Real time and this process: never the same again, also after the console's clock was moved.
        let session = "\(Int(SystemClock().now().timeIntervalSince1970 * 1_000))-\(getpid())"
        let skipper = Skipper(clock: clock, dates: DateReader(zones: setup.zones))
        guard
            let console = ConsolePlatform(
                ConsoleSettings(
                    cast: cast, speaker: speaker, isTerminal: terminal.isInteractive,
                    greeting: Self.greeting(cast, stateDirectory: stateDirectory), session: session,
                    skip: { await skipper.skip($0) }, read: Self.read),
                lines: LineSource(descriptor: STDIN_FILENO),
                clock: clock, output: { terminal.show($0) })
        else {
            throw Failure.badConfiguration([
                "nobody called '\(speaker ?? "")' is here; there are: "
                    + cast.members.map(\.name).joined(separator: ", ")
            ])
        }
        var parts = BotParts(
            configuration: configuration, stateDirectory: stateDirectory, files: SystemFiles(),
            clock: clock, zones: setup.zones, chance: SystemRandomNumberGenerator(),
            health: health, logger: logger)
        if setup.loader().directoryExists {
            parts.reload = { setup.loader().load() }
            parts.look = setup.look()
        }
        do {
            bot = try await Bot.build(parts, platforms: [console])
        } catch let fault as JournalFault {
            throw Failure(fault)
        }
        await skipper.attach(bot)
    }

    package func run() async throws {
        let last = bot.services.count - 1
        let group = ServiceGroup(
            configuration: .init(
                services: bot.services.enumerated().map { index, service in
                    // The console is the last one; when its input ends, everything stops in good order.
                    index == last
                        ? .init(
                            service: service, successTerminationBehavior: .gracefullyShutdownGroup,
                            serviceName: service.name)
                        : .init(service: service, serviceName: service.name)
                }, gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger.silent))
        try await group.run()
        if isInteractive { Terminal.standard.complain(await bot.farewell(zones: setup.zones)) }
    }

    /// A file of this machine, as a chat service would hand it out.
    private static func read(_ path: String, upTo limit: Int) -> FetchedFile {
        guard let size = try? SystemFiles().size(of: path) else { return .gone }
        guard size <= limit else { return .tooLarge }
        return FileManager.default.contents(atPath: path).map { .bytes(Array($0)) } ?? .gone
    }

    /// The members and rooms of a cohort that can be played in a terminal.
    private static func cast(_ configuration: BotConfiguration, cohort: String?) throws
        -> ConsoleCast
    {
        let playable = configuration.cohorts.filter { file in
            file.rooms.contains { $0.value.platform == .console }
        }
        let chosen = cohort == nil ? playable.first : playable.first { $0.id == cohort }
        guard let file = chosen else {
            throw Failure.badConfiguration([
                cohort.map { "no cohort '\($0)' has a console room" }
                    ?? "no cohort has a console room; add `rooms: [console:main]` to a file in cohorts/"
            ])
        }
        let members = file.members.filter { $0.account.value.platform == .console }
        return ConsoleCast(
            members: members.map {
                ConsoleMember(
                    $0.account.value.id, displayName: $0.name,
                    authority: $0.role >= .moderator ? .administrator : .member)
            },
            rooms: file.rooms.map(\.value).filter { $0.platform == .console }.map {
                ConsoleRoom($0.chat, title: file.name.value)
            } + [ConsoleRoom("study", title: "A room of no cohort")])
    }

    private static func greeting(_ cast: ConsoleCast, stateDirectory: String) -> String {
        let first = cast.members.first?.name ?? "you"
        let other = cast.members.last?.name ?? first
        return """
            CohortBot, a study group's helper. You are \(first); nothing leaves this machine.
            Paste one:  /deadline list
                        /remind in 5 seconds stretch
                        /ask How do I choose the learning rate?
            Be somebody else: /as \(other) · elsewhere: /in private · later: /skip 3 days
            /help shows all, /quit leaves. What you do is kept in \(stateDirectory)/
            """
    }
}

/// Moves the console's clock and lets what falls due meanwhile happen.
private actor Skipper {
    private let clock: SkippingClock
    private let dates: DateReader
    private var bot: Bot?

    init(clock: SkippingClock, dates: DateReader) {
        self.clock = clock
        self.dates = dates
    }

    func attach(_ bot: Bot) { self.bot = bot }

    func skip(_ words: String) async -> String {
        guard let seconds = dates.duration(words), seconds > 0 else {
            return "How long? For example: /skip 3 days"
        }
        // From one due moment to the next, so that everything comes in its time and not all of it late.
        let end = clock.now().addingTimeInterval(Double(seconds))
        while let next = await bot?.nextDue, next < end {
            clock.skip(seconds: next.timeIntervalSince(clock.now()))
            await bot?.settle()
        }
        clock.skip(seconds: end.timeIntervalSince(clock.now()))
        await bot?.settle()
        return "It is \(seconds / 3_600) h \(seconds / 60 % 60) min later now."
    }
}
