import CurlHTTP

/// What the long poll does next: which updates to ask for, or how long to wait first.
///
/// A value, so that every sequence of answers, refusals and failures can be played through in a test without
/// a network or a clock.
struct PollState: Sendable {
    /// Why the bot is not hearing anything just now.
    enum Trouble: Hashable, Sendable {
        /// Another process polls with the same token.
        case conflict
        /// A webhook is set, so polling is refused until it is deleted.
        case webhook
        case slowDown
        case serverError(Int)
        case refused(Int)
        case unreadable(status: Int)
        case unreachable(HTTPFailure)
        /// An empty answer at once, although it was to be held back: asking again at once would be a hot loop.
        case hasty
    }

    enum Step: Equatable, Sendable {
        case poll
        case wait(seconds: Double, Trouble)
        /// The token is refused.
        case stop(TelegramRefusal)
    }

    /// The first update that is wanted; nil: whatever is not confirmed.
    private(set) var offset: Int64?
    /// What must still be confirmed before the bot goes; nil where Telegram knows already.
    var unconfirmed: Int64? { isConfirmed ? nil : offset }

    /// How long the last word to Telegram may take, when the bot is to stop.
    ///
    /// What was said already is said again over a connection that is there, so it has left long before; if it has not,
    /// the next start hears once more what the journal knows.
    var farewell: Duration { isSaid ? .milliseconds(50) : .seconds(2) }

    /// How long a poll may take that Telegram holds back for so many seconds: a sixth more, so that a server which hangs
    /// is noticed soon, and never less than a slow connection needs.
    static func patience(waiting seconds: Int) -> Duration {
        .milliseconds(max(8_000, seconds * 1_160))
    }

    private var isConfirmed = true
    private var isSaid = false
    private var highest: Int64?
    private var wasOdd = false
    private var failures = 0
    /// Up to which moment the turns that were taken reach; see `pace`.
    private var paidUntil = 0.0
    private let pollsPerSecond: Int?

    /// - Parameter pollsPerSecond: more than so many are spread out; nil: as fast as updates come.
    init(pollsPerSecond: Int? = nil) { self.pollsPerSecond = pollsPerSecond }

    /// A poll brought updates, so its offset has arrived.
    mutating func answered() {
        isConfirmed = true
        failures = 0
    }

    /// A poll came back empty, and nothing is in flight. `asked` is when it began and `now` is now, in seconds of any
    /// one clock.
    mutating func answeredNothing(
        asked: Double, now: Double, waiting: Int, jitter: Double
    ) -> Step {
        isConfirmed = true
        // All is confirmed. Ids start anew somewhere else after a silent week, and an old offset above the new ids
        // would throw new updates away: so nothing is said about what comes next.
        offset = nil
        guard waiting > 0, now - asked < 0.5 else {
            failures = 0
            return .poll
        }
        return backOff(.hasty, atLeast: 0.5, jitter: jitter)
    }

    /// Everything in a batch is safe and may be confirmed; `newest` is its highest update id.
    ///
    /// It is plausible when it held at least one update of a known kind.
    mutating func safe(newest: Int64, isPlausible: Bool = true) {
        // What is older than all that was handled is either delivered twice, or garbage that happened to be JSON, and
        // asking for less than before would be wrong; or the ids start anew. Far away and well-formed means the
        // last; otherwise it has to come a second time.
        if let highest, newest <= highest, !wasOdd, !isPlausible || highest - newest < 10_000 {
            wasOdd = true
            return
        }
        wasOdd = false
        highest = newest
        offset = newest + 1
        isConfirmed = false
        isSaid = false
    }

    /// How long to rest before the next poll.
    ///
    /// A few polls may follow one another at once; beyond that they keep an even distance, so that no answer waits
    /// longer than for one turn.
    mutating func pace(_ now: Double) -> Double {
        guard let pollsPerSecond else { return 0 }
        let turn = 1 / Double(pollsPerSecond)
        paidUntil = max(paidUntil, now) + turn
        return min(max(paidUntil - now - 3 * turn, 0), turn)
    }

    /// The bot is to stop and the waiting poll was given up after so many seconds.
    ///
    /// Once it was under way its offset has arrived. Where that is not sure it is said again, but the answer is hardly
    /// waited for: Telegram makes everybody wait three seconds who repeats an offset.
    mutating func abandoned(after seconds: Double) {
        isConfirmed = isConfirmed || seconds >= 0.005
        isSaid = true
    }

    /// Telegram said no.
    mutating func refused(_ refusal: TelegramRefusal, jitter: Double) -> Step {
        switch refusal.code {
        case 401, 404: return .stop(refusal)
        case 409 where refusal.says("webhook"): return backOff(.webhook, atLeast: 5, jitter: jitter)
        case 409: return backOff(.conflict, atLeast: 3, jitter: jitter)
        case 429:
            let asked = Double(max(refusal.retryAfter ?? 1, 1))
            return .wait(seconds: asked + jitter, .slowDown)
        case 500...: return backOff(.serverError(refusal.code), jitter: jitter)
        default: return backOff(.refused(refusal.code), jitter: jitter)
        }
    }

    mutating func unreadable(status: Int, jitter: Double) -> Step {
        backOff(.unreadable(status: status), jitter: jitter)
    }

    mutating func failed(_ failure: HTTPFailure, jitter: Double) -> Step {
        backOff(.unreachable(failure), jitter: jitter)
    }
}

extension PollState {
    /// 1, 2, 4 … 30 seconds, of which up to half is left to chance so that many bots do not return together.
    private mutating func backOff(
        _ trouble: Trouble, atLeast least: Double = 0, jitter: Double
    ) -> Step {
        let full = min(30, Double(1 << min(failures, 5)))
        failures += 1
        return .wait(seconds: max(least, full * (0.5 + jitter / 2)), trouble)
    }
}
