import Chat
import DequeModule
import HashTreeCollections

/// The ids of a source's last updates, so that one which comes again has no second effect.
///
/// A window and not only a highest number: Telegram's ids restart anywhere after a week of silence
/// (https://core.telegram.org/bots/api#update), so "smaller" does not mean "old".
package struct SeenWindow: Sendable {
    /// Telegram repeats at most what was not confirmed, 100 a batch; ten batches are ample.
    package static let capacity = 1_000

    private var order: Deque<String> = []
    private var ids: TreeSet<String> = []

    package init() {}

    package func contains(_ id: String) -> Bool { ids.contains(id) }

    /// Remembers an id, forgetting the oldest beyond the capacity.
    /// - Returns: false where it was known.
    @discardableResult
    package mutating func insert(_ id: String) -> Bool {
        guard ids.insert(id).inserted else { return false }
        order.append(id)
        if order.count > Self.capacity { ids.remove(order.removeFirst()) }
        return true
    }
}
