import Synchronization

/// What was heard and not handed over yet, in order.
final class Backlog: Sendable {
    enum Heard: Sendable {
        case event(GatewayEvent)
        case interaction(Interaction)
    }

    struct Item: Sendable {
        var heard: Heard
        /// How far the session's events are safe once this one is.
        var session: String
        var sequence: Int
    }

    private let items = Mutex<[Item]>([])
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    init() { (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func put(_ item: Item) {
        items.withLock { $0.append(item) }
        signal.yield()
    }

    /// Calls `take` with everything that is there, again and again, until cancelled.
    func drain(_ take: ([Item]) async -> Void) async {
        for await _ in signals {
            let all = items.withLock { items in
                defer { items = [] }
                return items
            }
            if !all.isEmpty { await take(all) }
        }
    }
}
