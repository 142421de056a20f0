/// The batches that were handed over and are not all safe yet.
///
/// A write that a failing disk holds up must not make the bot deaf: what comes later is asked for and handed over
/// meanwhile. Telegram delivers everything from the offset on again, and the offset may pass only what is safe, so
/// such a look brings the same updates once more and what is new behind them.
struct InFlight: Sendable {
    struct Batch: Hashable, Sendable {
        let newest: Int64
        let isPlausible: Bool
    }

    /// Seconds between two polls with one offset: Telegram cuts the second to a single update when it comes sooner than
    /// half a second after the first.
    static let spacing = 1.0
    /// Telegram shows no more than so many updates from one offset on.
    static let mostShown = 100

    private var batches: [(number: Int, batch: Batch, isSafe: Bool)] = []
    private var lastNumber = 0
    private var lastAnswer = 0.0
    private var isFull = false

    var isEmpty: Bool { batches.isEmpty }

    /// When to look for later updates; nil: not before a batch is safe, for no more can be seen.
    var nextLook: Double? { isFull ? nil : lastAnswer + Self.spacing }

    /// A poll was answered with so many updates, those that are known included.
    mutating func saw(_ count: Int, at now: Double) {
        isFull = count >= Self.mostShown
        lastAnswer = now
    }

    /// - Returns: the batch's number, for `ended`.
    mutating func handOver(_ batch: Batch, at now: Double) -> Int {
        lastNumber += 1
        // It has its second from here, however long the question took what its senders may do.
        lastAnswer = now
        batches.append((lastNumber, batch, false))
        return lastNumber
    }

    /// Everything in a batch is safe.
    /// - Returns: the batches that may be confirmed now, the oldest first.
    mutating func ended(_ number: Int) -> [Batch] {
        if let index = batches.firstIndex(where: { $0.number == number }) {
            batches[index].isSafe = true
        }
        let safe = batches.prefix { $0.isSafe }.map(\.batch)
        batches.removeFirst(safe.count)
        if !safe.isEmpty { isFull = false }
        return safe
    }
}
