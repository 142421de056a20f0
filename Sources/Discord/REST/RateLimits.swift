import CurlHTTP

/// Discord's limits as a value: says whether a request may go now, and learns from every answer.
///
/// A place is reserved before it is asked for. Of a route whose limit nobody knows yet one request goes ahead and the
/// others wait for its answer, so that not even the first burst is told to slow down.
struct RateLimits: Sendable {
    enum Grant: Hashable, Sendable {
        case go(Pass)
        case wait(until: Double)
        /// Until an answer that is under way has come.
        case waitForAnswer
    }

    /// A request under way, and where it was counted.
    struct Pass: Hashable, Sendable {
        fileprivate let route: String
        fileprivate let top: String
        fileprivate let bucket: String
    }

    /// What an answer says about limits.
    struct Report: Hashable, Sendable {
        var bucket: String?
        var limit: Int?
        var remaining: Int?
        /// Seconds; Discord's own time of day would need a right clock here.
        var resetAfter: Double?
        /// Of a 429: seconds until the next try.
        var retryAfter: Double?
        var isGlobal = false
    }

    /// Discord allows 50 a second; a little less, for requests may bunch up on their way.
    private static let mostASecond = 45
    private static let second = 1.05
    /// Added to every wait: two clocks that count the same second end it at different moments.
    private static let margin = 0.02
    private static let mostBuckets = 2_000

    private struct Bucket {
        var limit: Int?
        var remaining = 0
        /// When the window ends, as far as the last answer told.
        var resets: Double?
        var inFlight = 0
        var heldUntil = -Double.infinity
        /// Whether an answer said that there is no limit.
        var isFree = false
    }

    private var buckets: [String: Bucket] = [:]
    /// Which bucket a route belongs to, and how large that is, once an answer has said so.
    private var names: [String: String] = [:]
    private var sizes: [String: Int] = [:]
    private var sent: [Double] = []
    private var globalHold = -Double.infinity

    mutating func take(_ route: DiscordRoute, at now: Double) -> Grant {
        if !route.isInteraction {
            if globalHold > now { return .wait(until: globalHold) }
            sent.removeAll { $0 <= now - Self.second }
            if sent.count >= Self.mostASecond {
                return .wait(until: sent[sent.count - Self.mostASecond] + Self.second)
            }
        }
        let name = route.method.rawValue + route.template
        let key = (names[name] ?? "?" + name) + "/" + route.top
        var bucket = buckets[key] ?? Bucket(limit: names[name].flatMap { sizes[$0] })
        if buckets[key] == nil { bucket.remaining = bucket.limit ?? 0 }
        if bucket.heldUntil > now { return .wait(until: bucket.heldUntil) }
        if !bucket.isFree {
            if let resets = bucket.resets, resets <= now {
                bucket.resets = nil
                // What is still under way may fall into the new window.
                bucket.remaining = max(0, (bucket.limit ?? 1) - bucket.inFlight)
            }
            if bucket.limit == nil {
                guard bucket.inFlight == 0 else { return .waitForAnswer }
            } else if bucket.remaining <= 0 {
                if let resets = bucket.resets { return .wait(until: resets) }
                guard bucket.inFlight == 0 else { return .waitForAnswer }
            }
        }
        bucket.remaining -= 1
        bucket.inFlight += 1
        if buckets.count > Self.mostBuckets { sweep(at: now) }
        buckets[key] = bucket
        if !route.isInteraction { sent.append(now) }
        return .go(Pass(route: name, top: route.top, bucket: key))
    }

    /// The answer to a request, or nil where none came.
    mutating func note(_ pass: Pass, _ report: Report?, at now: Double) {
        var bucket = buckets[pass.bucket] ?? Bucket()
        bucket.inFlight = max(0, bucket.inFlight - 1)
        defer { buckets[pass.bucket] = bucket }
        guard let report else { return }
        if let wait = report.retryAfter {
            let until = now + wait + Self.margin
            if report.isGlobal {
                globalHold = max(globalHold, until)
            } else {
                // The 429 itself, above all headers: they are known to promise what is not given.
                bucket.heldUntil = max(bucket.heldUntil, until)
                (bucket.remaining, bucket.resets) = (0, until)
            }
        }
        guard let limit = report.limit, let remaining = report.remaining else {
            if report.bucket == nil, report.retryAfter == nil, bucket.limit == nil {
                bucket.isFree = true
            }
            return
        }
        bucket.isFree = false
        if report.retryAfter == nil {
            let resets = now + (report.resetAfter ?? 0) + Self.margin
            let isSameWindow = bucket.resets.map { resets < $0 + 0.5 } ?? false
            let left = remaining - bucket.inFlight
            bucket.remaining = isSameWindow ? min(bucket.remaining, remaining) : left
            bucket.resets = max(bucket.resets ?? -.infinity, resets)
        }
        bucket.limit = limit
        guard let name = report.bucket else { return }
        sizes[name] = limit
        guard names[pass.route] != name else { return }
        names[pass.route] = name
        // What was counted under the route goes on under its bucket's own name.
        let key = name + "/" + pass.top
        if key != pass.bucket, var known = buckets[key] {
            known.inFlight += bucket.inFlight
            known.remaining = min(known.remaining, bucket.remaining)
            buckets[key] = known
        } else {
            buckets[key] = bucket
        }
    }

    /// Forgets what is at rest: every channel and every interaction has buckets of its own.
    private mutating func sweep(at now: Double) {
        buckets = buckets.filter { _, bucket in
            bucket.inFlight > 0 || bucket.heldUntil > now || (bucket.resets ?? now) > now
        }
    }
}
