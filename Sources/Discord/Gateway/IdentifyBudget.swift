/// How often a new session may be asked for: once in five seconds, and well below what Discord allows in a day.
struct IdentifyBudget: Hashable, Sendable {
    /// Discord resets the token at the thousandth; a bot that needs half of them has another fault.
    static let mostADay = 500
    private static let day = 86_400.0
    /// `max_concurrency` is 1 for every bot of our size; a little more than its five seconds.
    private static let spacing = 5.25

    private(set) var moments: [Double]
    /// What Discord itself said, until when: no more sessions before then.
    private var exhaustedUntil = -Double.infinity

    init(_ moments: [Double] = []) { self.moments = moments.sorted() }

    /// The first moment from `now` on at which a session may be asked for.
    func opens(from now: Double) -> Double {
        let today = moments.filter { $0 > now - Self.day && $0 <= now }
        var opens = max(now, exhaustedUntil)
        if let last = today.last { opens = max(opens, last + Self.spacing) }
        if today.count >= Self.mostADay {
            opens = max(opens, today[today.count - Self.mostADay] + Self.day)
        }
        return opens
    }

    mutating func take(at now: Double) {
        moments.removeAll { $0 <= now - Self.day || $0 > now }
        moments.append(now)
    }

    /// What `GET /gateway/bot` says is left.
    mutating func note(remaining: Int, resetAfter seconds: Double, at now: Double) {
        exhaustedUntil = remaining > 0 ? -.infinity : now + seconds
    }
}
