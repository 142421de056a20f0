/// The pulse of one connection: when to beat next, and whether the last beat was answered.
///
/// A beat that finds the one before it unanswered finds the connection dead: that is at most two intervals after its
/// death, whatever else still trickles in.
struct Heartbeat: Hashable, Sendable {
    private var interval = 0.0
    /// Nil until HELLO has said how often.
    private(set) var next: Double?
    private(set) var isUnanswered = false

    /// The first beat comes at a random part of the interval, so that a whole service's bots do not beat as one.
    mutating func begin(interval: Double, at now: Double, chance: Double) {
        self.interval = interval
        isUnanswered = false
        next = now + interval * chance
    }

    mutating func beat(at now: Double) {
        isUnanswered = true
        next = now + interval
    }

    mutating func acknowledged() { isUnanswered = false }
}

/// What may be sent on one connection: 120 messages in a minute, of which some are kept for heartbeats.
struct SendWindow: Hashable, Sendable {
    private static let most = 120
    private static let forHeartbeats = 10
    private static let seconds = 60.0

    private var sent: [Double] = []

    /// - Returns: whether one may go now.
    mutating func take(at now: Double, isHeartbeat: Bool = false) -> Bool {
        sent.removeAll { $0 <= now - Self.seconds }
        guard isHeartbeat || sent.count < Self.most - Self.forHeartbeats else { return false }
        sent.append(now)
        return true
    }

    /// When the next may go that is no heartbeat.
    var opens: Double {
        let index = sent.count - (Self.most - Self.forHeartbeats)
        return sent.indices.contains(index) ? sent[index] + Self.seconds : -.infinity
    }
}
