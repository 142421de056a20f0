import Chat
import FoundationEssentials

/// The long poll at work: asks, hands over what comes, and moves the offset over what is safe.
///
/// It waits for each batch before it asks again, since a poll that confirms is worth more than one that does not. Only
/// where that takes longer than `InFlight.spacing` does it look for later updates meanwhile.
struct LongPoll {
    /// What the loop waits for beside Telegram's answers.
    enum Event: Sendable {
        /// Everything in the batch of this number is safe; these pressed buttons wait for an answer.
        case safe(Int, presses: [String])
        case alarm(at: Double)
        case pressAnswered
    }

    private let platform: TelegramPlatform
    private let bot: TelegramUser
    private let inbox: any Inbox
    private var state: PollState
    private var inFlight = InFlight()
    private var recent = RecentUpdates()
    /// The moment of the alarm that is set.
    private var alarm: Double?

    init(_ platform: TelegramPlatform, for bot: TelegramUser, _ inbox: any Inbox) {
        self.platform = platform
        self.bot = bot
        self.inbox = inbox
        state = PollState(pollsPerSecond: platform.settings.isPaced ? 20 : nil)
    }

    /// Hears until cancelled, waits for the batches that are under way, and tells Telegram what was handled.
    /// - Throws: `TelegramRefused`.
    mutating func run() async throws {
        let refusal = await withTaskGroup(of: Event.self, returning: TelegramRefusal?.self) {
            group in
            let refusal = await hear(&group)
            while !inFlight.isEmpty, let event = await group.next() { take(event, &group) }
            group.cancelAll()
            return refusal
        }
        if let refusal { throw platform.refused(refusal) }
        guard let offset = state.unconfirmed else { return }
        let (api, patience) = (platform.api, state.farewell)
        // A task of its own, because this one is cancelled and its requests would be too.
        _ = await Task {
            try? await api.getUpdates(offset: offset, waiting: 0, limit: 1, within: patience)
        }.value
    }

    /// - Returns: Telegram's words where it refuses the token; nil when cancelled.
    private mutating func hear(_ group: inout TaskGroup<Event>) async -> TelegramRefusal? {
        while !Task.isCancelled, let step = await ask(&group) {
            var until = now
            switch step {
            case .poll: break
            case .wait(let seconds, let trouble):
                await platform.complain(trouble, tryingAgainIn: seconds)
                until += seconds
            case .stop(let refusal): return refusal
            }
            await attend(&group, until: until)
            guard inFlight.isEmpty else { continue }
            if step == .poll { until = now + state.pace(now) }
            if until > now {
                try? await platform.clock.sleep(until: Date(timeIntervalSince1970: until))
            }
        }
        return nil
    }

    /// Asks once and hands over what comes.
    /// - Returns: nil when cancelled.
    private mutating func ask(_ group: inout TaskGroup<Event>) async -> PollState.Step? {
        let asked = now
        let waiting = inFlight.isEmpty ? platform.settings.pollTimeout : 0
        let answer = try? await platform.api.getUpdates(
            offset: state.offset, waiting: waiting, within: PollState.patience(waiting: waiting))
        switch answer {
        case .result(let batch):
            inFlight.saw(batch.updates.count, at: now)
            if batch.updates.isEmpty {
                await platform.heardNothing()
                guard inFlight.isEmpty else { return .poll }
                return state.answeredNothing(
                    asked: asked, now: now, waiting: waiting, jitter: platform.chance())
            }
            return await handOver(batch, &group) ? .poll : nil
        case .refusal(let refusal): return state.refused(refusal, jitter: platform.chance())
        case .unreadable(let status):
            return state.unreadable(status: status, jitter: platform.chance())
        case .failed(let failure): return state.failed(failure, jitter: platform.chance())
        case nil:
            state.abandoned(after: now - asked)
            return nil
        }
    }

    /// - Returns: false where the bot is to stop and nothing was handed over.
    private mutating func handOver(
        _ batch: UpdateBatch, _ group: inout TaskGroup<Event>
    ) async -> Bool {
        state.answered()
        let new = recent.new(in: batch)
        guard let heard = await platform.heard(in: new, for: bot) else { return false }
        recent.remember(new)
        guard let newest = batch.highest, inFlight.isEmpty || !new.updates.isEmpty else {
            return true
        }
        let number = inFlight.handOver(
            InFlight.Batch(newest: newest, isPlausible: batch.skipped < batch.updates.count),
            at: now)
        let (incoming, presses, inbox) = (heard.incoming, heard.presses, inbox)
        if incoming.isEmpty {
            take(.safe(number, presses: presses), &group)
        } else {
            group.addTask {
                await inbox.receive(incoming)
                return .safe(number, presses: presses)
            }
        }
        return true
    }

    /// Takes what ends until nothing is in flight, or it is time to look for more.
    private mutating func attend(_ group: inout TaskGroup<Event>, until earliest: Double) async {
        while !inFlight.isEmpty, !Task.isCancelled {
            let next = inFlight.nextLook.map { max($0, earliest) }
            if let next {
                // A clock that stands still must not turn a rounding error into a hot loop.
                guard next - now > 0.001 else { return }
                setAlarm(at: next, &group)
            }
            guard let event = await group.next() else { return }
            take(event, &group)
        }
    }

    private mutating func take(_ event: Event, _ group: inout TaskGroup<Event>) {
        switch event {
        case .safe(let number, let presses):
            for batch in inFlight.ended(number) {
                state.safe(newest: batch.newest, isPlausible: batch.isPlausible)
            }
            for query in presses {
                group.addTask { [platform] in
                    await platform.stopSpinning(query)
                    return .pressAnswered
                }
            }
        case .alarm(let moment): if moment == alarm { alarm = nil }
        case .pressAnswered: break
        }
    }

    /// An alarm that is set goes off even if nobody needs it any more, so that a busy bot sets one a second and not one
    /// for each batch.
    private mutating func setAlarm(at moment: Double, _ group: inout TaskGroup<Event>) {
        if let alarm, alarm <= moment { return }
        alarm = moment
        group.addTask { [clock = platform.clock] in
            try? await clock.sleep(until: Date(timeIntervalSince1970: moment))
            return .alarm(at: moment)
        }
    }

    private var now: Double { platform.clock.now().timeIntervalSince1970 }
}
