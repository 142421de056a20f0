package import Chat
import Cohorts
package import Commands
import Configuration
import Dates
import Delivery
import FoundationEssentials
package import Journal
import Logging
package import ServiceLifecycle
import Texts
import Web

/// The whole bot, put together and not yet running.
///
/// ```swift
/// let bot = try await Bot.build(parts, platforms: [telegram])
/// try await ServiceGroup(services: bot.services, logger: logger).run()
/// ```
/// `build` is the composition root: the program and its tests enter here and nowhere else.
package struct Bot: Sendable {
    package let decider: Decider
    package let services: [any Service]
    let outbox: Outbox
    package let journal: Journal
    let jobRunner: JobRunner

    /// Opens the state, seeds it from the configuration, and connects the platforms.
    /// - Throws: `JournalFault` where the state cannot be opened; it has an exit code.
    package static func build(
        _ parts: BotParts, platforms: [any ChatPlatform]
    ) async throws -> Bot {
        let (journal, world) = try open(parts)
        let relay = Relay()
        let files = FileStore(directory: parts.stateDirectory, files: parts.files)
        let outbox = Outbox(
            platforms: platforms, sentences: Sentences(overrides: parts.configuration.wordings),
            directory: relay, log: relay, files: KeptFiles(store: files, logger: parts.logger),
            clock: parts.clock,
            pacing: Dictionary(
                platforms.map { ($0.platform, parts.pacing(of: $0.platform)) },
                uniquingKeysWith: { first, _ in first }),
            generator: parts.chance, logger: parts.logger)
        let dates = DateReader(zones: parts.zones)
        let decider = Decider(
            world: world, journal: journal,
            knowledge: { forum in parts.configuration.knowledge(dates: dates, forum: forum) },
            outbox: outbox, files: files, clock: parts.clock, health: parts.health,
            chance: parts.chance,
            logger: parts.logger)
        relay.connect(decider)
        try await decider.seed(parts.configuration)
        await decider.resume()
        let jobRunner = JobRunner(
            decider: decider,
            means: WorkMeans(
                platforms: platforms, files: files, clock: parts.clock, logger: parts.logger))
        var services: [any Service] = [
            JournalService(journal: journal, decider: decider, clock: parts.clock),
            RecordingService(decider: decider, journal: journal), OutboxService(outbox: outbox),
            jobRunner, Clockwork(decider: decider, clock: parts.clock),
        ]
        if let reload = ReloadService(parts, decider: decider, outbox: outbox) {
            services.append(reload)
        }
        services.append(IndexingService(decider: decider))
        let refusals = Refusals(total: platforms.count)
        for platform in platforms {
            let isTerminal = platform.platform == .console
            services.append(
                PlatformService(
                    platform: platform,
                    inbox: isTerminal
                        ? PatientInbox(decider: decider, outbox: outbox) : decider as any Inbox,
                    health: parts.health, refusals: refusals, decider: decider,
                    logger: parts.logger))
        }
        return Bot(
            decider: decider, services: services, outbox: outbox, journal: journal,
            jobRunner: jobRunner)
    }

    private static func open(_ parts: BotParts) throws -> (Journal, World) {
        let reader = WorldReader()
        let journal = try Journal.open(
            directory: parts.stateDirectory, files: parts.files, now: parts.clock.now,
            madeBy: program, limits: parts.journalLimits, reader: reader.reader)
        let recovery = journal.recovery
        if let tail = recovery.tornTail {
            parts.logger.warning("store.torn-tail", metadata: ["what": "\(tail)"])
        }
        for path in recovery.leftovers {
            parts.logger.notice("store.leftover", metadata: ["path": "\(path)"])
        }
        if let kind = recovery.networkKind {
            parts.logger.warning(
                "store.network",
                metadata: [
                    "what":
                        "\(parts.stateDirectory)/ is on \(kind): its locks and syncs promise less than a local disk's; better keep it on one"
                ])
        }
        return (journal, reader.world)
    }

    package static let version = "0.1"

    /// As it stands in FORMAT.
    static let program = "cohortbot \(version)"

    /// Every command that the bot knows.
    package static let commands = Registry.all

    /// When something falls due next.
    var nextDue: Date? { get async { await decider.agenda.next } }

    /// Moves a console's clock and returns when everything that fell due is out.
    package func settle() async {
        _ = await decider.fireDue()
        await decider.jobsDone()
        await PatientInbox(decider: decider, outbox: outbox).settleAll()
    }
}

extension BotParts {
    fileprivate func pacing(of platform: Platform) -> Pacing {
        // A terminal has no limits. Discord tells its own, different for each channel, and its platform keeps them; an
        // answer to an interaction must not wait a second for the one before it.
        platform == .console || platform.service == .discord || configuration.pacing == .off
            ? .off : .platform
    }
}

extension BotConfiguration {
    func knowledge(dates: DateReader, forum: any Forum) -> Knowledge {
        var knowledge = Knowledge(
            owners: Set(owners), dates: dates, forum: forum,
            faq: faq.map { file in
                FAQEntry(
                    name: file.id, title: file.title.value, body: file.body,
                    language: file.language, tags: file.tags)
            }, commands: .all, limits: usageLimits)
        knowledge.synonyms = synonyms.map { group in
            SynonymGroup(
                group.words, language: group.language,
                cohort: group.cohort.map { CohortID(rawValue: $0) })
        }
        for cohort in cohorts {
            var rules = ReviewRules()
            rules.window = Double(cohort.review.closesAfter)
            rules.acceptsAnyLanguage = cohort.review.language == .preferred
            rules.criteria =
                rubrics.first { $0.id == cohort.review.rubric?.value }?.criteria.map {
                    .init(
                        name: $0.name.value, prompt: $0.prompt, weight: $0.weight,
                        points: $0.points)
                } ?? []
            knowledge.reviewRules[CohortID(rawValue: cohort.id)] = rules
        }
        return knowledge
    }

    /// No chat service hands out more than 20 MB, whatever the operator would take.
    private var usageLimits: UsageLimits {
        UsageLimits(
            // `off` lifts what one person may use up, too (`interfaces.md`): whoever measures speaks as few people.
            remindersPerPerson: pacing == .off ? .max : limits.remindersPerPerson,
            fileBytes: min(limits.fileMegabytes << 20, FileStore.sizeLimit),
            cohortFileBytes: limits.cohortMegabytes << 20)
    }

    /// Moderators' own sentences, in the form that `Texts` takes.
    var wordings: [String: [String: Wording]] {
        texts.mapValues { $0.mapValues { Wording($0.value) } }
    }
}

extension Wording {
    init(_ override: TextOverride) { self.init(text: override.text, plurals: override.plurals) }
}
