/// Which channel is asked next, and when: the declared degraded mode as a value.
///
/// One request is one channel, so the more there are, the rarer each one's turn; never more than a fifth of what Discord
/// takes from one bot, and never a channel more than once in two seconds.
struct Polling: Hashable, Sendable {
    static let perChannel = 2.0
    private static let perRequest = 0.1
    /// A channel that refused is left alone for so long; somebody may let the bot in meanwhile.
    private static let refusedRest = 600.0

    private struct Channel: Hashable, Sendable {
        /// The newest message that was seen; nil until it was asked for.
        var newest: String?
        var opens: Double
    }

    private var channels: [String: Channel] = [:]
    private var opens = -Double.infinity

    /// The channels that there are now; those that are gone are forgotten.
    mutating func note(channels ids: some Sequence<String>, at now: Double) {
        let ids = Set(ids)
        channels = channels.filter { ids.contains($0.key) }
        for id in ids where channels[id] == nil {
            channels[id] = Channel(newest: nil, opens: now)
        }
    }

    /// The channel whose turn is first, and from when on.
    var next: (channel: String, at: Double)? {
        channels.min { ($0.value.opens, $0.key) < ($1.value.opens, $1.key) }
            .map { ($0.key, max($0.value.opens, opens)) }
    }

    /// What to ask a channel for; nil the first time: only its newest message, which is not acted upon.
    func after(_ channel: String) -> String? { channels[channel]?.newest }

    mutating func asked(_ channel: String, at now: Double) {
        channels[channel]?.opens = now + Self.perChannel
        opens = now + Self.perRequest
    }

    /// What came of it: the newest message's id, where there is one.
    mutating func heard(_ channel: String, newest: String?) {
        let known = channels[channel]?.newest
        channels[channel]?.newest = newest ?? known ?? "0"
    }

    mutating func refused(_ channel: String, for seconds: Double?, at now: Double) {
        channels[channel]?.opens = now + (seconds ?? Self.refusedRest)
    }
}
