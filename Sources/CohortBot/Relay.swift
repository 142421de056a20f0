import Chat
import Delivery
import Synchronization

/// Lets Delivery ask and tell the Decider, which itself needs Delivery: the two are made one after the other.
final class Relay: Directory, SentLog {
    private let decider = Mutex<Decider?>(nil)

    func connect(_ decider: Decider) { self.decider.withLock { $0 = decider } }

    private var connected: Decider? { decider.withLock { $0 } }

    func receivers(of messages: [Outgoing]) async -> [Receiver?] {
        await connected?.receivers(of: messages) ?? messages.map { _ in nil }
    }

    func sent(_ messages: [Sent]) async { await connected?.sent(messages) }

    func caughtUp() async { await connected?.caughtUp() }

    func undeliverable(key: String, reason: Undelivered) async {
        await connected?.undeliverable(key: key, reason: reason)
    }

    func waits(_ owed: Owed) async { await connected?.waits(owed) }

    func blocked(room: RoomAddress) async { await connected?.blocked(room: room) }

    func moved(from: RoomAddress, to: RoomAddress) async {
        await connected?.moved(from: from, to: to)
    }
}
