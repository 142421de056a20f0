import Chat
import DequeModule
import HashTreeCollections

/// The ids of a source's last updates, so that one which comes again has no second effect.
///
/// A window and not only a highest number: Telegram's ids restart anywhere after a week of silence
/// (https://core.telegram.org/bots/api#update), so "smaller" does not mean "old".
package struct SeenWindow: Sendable {
    /// How many ids a source's window holds.
    ///
    /// Telegram repeats at most what was not confirmed, 100 a batch; ten batches are ample. Discord's gateway replays a
    /// whole session's events after a lost connection.
    package static func capacity(of source: String) -> Int {
        Platform(rawValue: source).service == .discord ? 10_000 : 1_000
    }

    private let capacity: Int
    private var order: Deque<String> = []
    private var ids: TreeSet<String> = []

    package init(of source: String) { capacity = Self.capacity(of: source) }

    package func contains(_ id: String) -> Bool { ids.contains(id) }

    /// The ids, oldest first.
    package var inOrder: [String] { Array(order) }

    /// Remembers an id, forgetting the oldest beyond the capacity.
    /// - Returns: false where it was known.
    @discardableResult
    package mutating func insert(_ id: String) -> Bool {
        guard ids.insert(id).inserted else { return false }
        order.append(id)
        if order.count > capacity { ids.remove(order.removeFirst()) }
        return true
    }
}
