package import Chat
import FoundationEssentials
package import Logging
package import Texts

/// Brings what is owed to its readers: rendered when it is sent, in order, at a pace the platforms accept, and again
/// where it did not arrive.
///
/// ```swift
/// let outbox = Outbox(platforms: [telegram], sentences: sentences, directory: decider, log: decider, clock: clock, …)
/// async let running: Void = outbox.run()
/// await outbox.deliver(owed)
/// let late = await outbox.settle(keys, within: 2)
/// ```
/// Each platform has lanes of its own, so a slow one holds up no other; nothing is ever dropped for being too fast.
package actor Outbox {
    /// A look-up older than this is made again before sending: people move, and change zone and language.
    static let lookUpLasts = 60.0

    let platforms: [Platform: any ChatPlatform]
    let directory: any Directory
    let log: any SentLog
    let files: any FileSource
    let clock: any WallClock
    let logger: Logger
    var sentences: Sentences
    var generator: any RandomNumberGenerator & Sendable

    var lanes: [Platform: Lanes] = [:]
    var crews: [Platform: Crew] = [:]
    /// What carries a file and may go as soon as a worker for files is free.
    var uploads: [Item] = []
    var uploaders = 0
    /// What is not out yet, by key.
    var open: [String: Open] = [:]
    var waiters: [Int: Waiter] = [:]
    var lastWaiter = 0
    /// When each person was last told in a room that something private waits for them.
    var toldOfWaiting: [StandIn: Date] = [:]
    var isStopped = false
    /// What is out and not yet in the log.
    var unrecorded: [Sent] = []
    var isRecording = false

    private var arrivals: [Owed] = []
    private var lastSequence = 0
    /// When the alarm that is set goes off.
    var armed: Double?
    private let signals: AsyncStream<Void>
    let wake: AsyncStream<Void>.Continuation
    package var counts = Counts()

    struct Open {
        var isDurable: Bool
        let since: Date
        /// Who waits for it to be out, by number.
        var waiters: [Int] = []
    }

    /// What happened since the start, for metrics.
    package struct Counts: Hashable, Sendable {
        package var sent = 0
        package var triedAgain = 0
        package var undeliverable = 0
        package var secondsAskedToWait = 0.0
    }

    /// A platform that `pacing` does not name is not held back; `generator` is the chance in the waits before another
    /// try.
    package init(
        platforms: [any ChatPlatform], sentences: Sentences, directory: any Directory,
        log: any SentLog, files: any FileSource, clock: any WallClock, pacing: [Platform: Pacing],
        generator: any RandomNumberGenerator & Sendable, logger: Logger
    ) {
        self.platforms = Dictionary(platforms.map { ($0.platform, $0) }) { first, _ in first }
        self.sentences = sentences
        self.directory = directory
        self.log = log
        self.files = files
        self.clock = clock
        self.generator = generator
        self.logger = logger
        for platform in self.platforms.keys { lanes[platform] = Lanes(pacing[platform] ?? .off) }
        (signals, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Sentences after a reload of the configuration; messages that wait are written with the new ones.
    package func use(_ sentences: Sentences) { self.sentences = sentences }

    /// Phrases as plain characters, for what is shown and never sent.
    package func words(of phrases: [Phrase], for reader: Reader) -> [String] {
        phrases.map { sentences.render($0, for: reader, now: clock.now()).plain }
    }

    /// Takes messages over; returns at once. A key that is under way already is not taken a second time.
    package func deliver(_ owed: [Owed]) {
        guard !isStopped else { return }
        for message in owed {
            if open[message.key] == nil {
                open[message.key] = Open(isDurable: message.isDurable, since: clock.now())
                arrivals.append(message)
            } else if message.isDurable {
                open[message.key]?.isDurable = true
            }
        }
        if !arrivals.isEmpty { wake.yield() }
    }

    /// The keys of the messages that are not out yet.
    package var openKeys: [String] { Array(open.keys) }

    /// How many messages are not out yet.
    package var pending: Int { open.count }

    /// How long the oldest of them has waited, in seconds.
    package var oldestAge: Double {
        open.values.map(\.since).min().map { clock.now().timeIntervalSince($0) } ?? 0
    }

    /// Sends until cancelled or stopped.
    package func run() async {
        await withDiscardingTaskGroup { group in
            startAll(in: &group)
            for await _ in signals {
                await takeIn()
                startAll(in: &group)
            }
            isStopped = true
            group.cancelAll()
        }
        await recordAll()
        expireWaiters(at: .infinity)
    }

    /// Looks up receivers in the order of arrival; one batch at a time, so that no message overtakes another here.
    private func takeIn() async {
        while !arrivals.isEmpty {
            let batch = arrivals
            arrivals = []
            let receivers = await directory.receivers(of: batch.map(\.outgoing))
            for (index, owed) in batch.enumerated() {
                await place(owed, receivers.indices.contains(index) ? receivers[index] : nil)
            }
        }
    }

    private func place(_ owed: Owed, _ receiver: Receiver?) async {
        guard let receiver else { return await giveUp(owed, .unknownReceiver) }
        lastSequence += 1
        add(
            Item(
                sequence: lastSequence, owed: owed, receiver: receiver, lookedUp: moment,
                retry: Retry(carriesFile: owed.outgoing.file != nil)))
    }

    /// Puts a message into the lane of its chat. Where its platform is off today it stays owed for another day.
    func add(_ item: Item) {
        let platform = item.receiver.room.platform
        guard lanes[platform] != nil else {
            logger.notice(
                "delivery.platform-off",
                metadata: ["platform": "\(platform.rawValue)", "key": "\(item.owed.key)"])
            return close(item.owed.key)
        }
        lanes[platform]?.add(item)
    }

    private func startAll(in group: inout DiscardingTaskGroup) {
        expireWaiters(at: moment)
        if !unrecorded.isEmpty, !isRecording {
            isRecording = true
            group.addTask { await self.recordAll() }
        }
        var wakeAt = waiters.values.map(\.deadline).min() ?? .infinity
        for (name, platform) in platforms {
            starting: while lanes[name]?.isIdle == false {
                let opens = crews[name, default: Crew()].opens(at: moment)
                guard opens <= moment else {
                    wakeAt = min(wakeAt, opens)
                    break
                }
                switch lanes[name]?.next(at: moment) {
                case .send(let item) where item.retry.carriesFile: uploads.append(item)
                case .send(let item): start(item, on: platform, in: &group)
                case .wait(let until):
                    wakeAt = min(wakeAt, until)
                    break starting
                case .idle, nil: break starting
                }
            }
        }
        startUploads(in: &group)
        guard wakeAt < armed ?? .infinity else { return }
        armed = wakeAt
        group.addTask { [clock] in
            try? await clock.sleep(until: Date(timeIntervalSince1970: wakeAt))
            await self.alarm(of: wakeAt)
        }
    }

    private func start(
        _ item: Item, on platform: any ChatPlatform, in group: inout DiscardingTaskGroup
    ) {
        let worker = crews[platform.platform, default: Crew()].begin(at: moment)
        if isStale(item) {
            group.addTask { await self.work(as: worker, on: platform, renewing: item) }
        } else {
            let job = job(for: item)
            group.addTask { await self.work(as: worker, on: platform, first: job) }
        }
    }

    private func alarm(of moment: Double) {
        if armed == moment { armed = nil }
        wake.yield()
    }

    var moment: Double { clock.now().timeIntervalSince1970 }
}
