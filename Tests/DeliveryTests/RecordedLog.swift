import Chat
import Delivery
import Synchronization

/// A log that a test reads back, one line a call.
final class RecordedLog: SentLog {
    private struct State {
        var lines: [String] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock { $0.lines } }

    func sent(_ messages: [Sent]) async {
        for sent in messages { add("sent \(sent.key) \(sent.messageID ?? "-")") }
    }

    func caughtUp() async {}

    func undeliverable(key: String, reason: Undelivered) async {
        add("undeliverable \(key): \(reason)")
    }

    func waits(_ owed: Owed) async { add("waits \(owed.key)") }

    func blocked(room: RoomAddress) async { add("blocked \(room)") }

    func moved(from: RoomAddress, to: RoomAddress) async { add("moved \(from) to \(to)") }

    private func add(_ line: String) {
        let content = state.withLock { state in
            state.lines.append(line)
            let count = state.lines.count
            let content = state.watchers.filter { $0.count <= count }
            state.watchers.removeAll { $0.count <= count }
            return content
        }
        content.forEach { $0.continuation.resume() }
    }

    /// Returns once there are so many lines.
    func waitForLines(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isEnough = state.withLock { state in
                if state.lines.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isEnough { continuation.resume() }
        }
    }
}
