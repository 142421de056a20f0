import Chat
import FoundationEssentials
import Synchronization

/// A platform that answers as a test says and remembers what it was asked to send.
final class ScriptedPlatform: ChatPlatform {
    /// One attempt to send.
    struct Attempt: Sendable {
        let message: Message
        let contents: [UInt8]?
        let at: Date
        var room: String { message.room.description }
        var text: String { message.text.plain }
    }

    private struct State {
        var attempts: [Attempt] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
        var closed: Set<String> = []
        var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
    }

    let platform: Platform
    private let clock: any WallClock
    private let link: String?
    private let answer: @Sendable (Message, Int) -> SendResult
    private let state = Mutex(State())

    /// `answer` gets the message and how many attempts there were before, in all.
    init(
        _ platform: Platform = .telegram, clock: any WallClock, link: String? = nil,
        answer: @escaping @Sendable (Message, Int) -> SendResult = { _, n in .sent(id: "\(n)") }
    ) {
        self.platform = platform
        self.clock = clock
        self.link = link
        self.answer = answer
    }

    func run(_ inbox: any Inbox) async throws {}

    func privateChatLink(_ payload: String) async -> String? { link }

    func send(_ message: Message) async -> SendResult { await attempt(message, with: nil) }

    func send(_ message: Message, with contents: [UInt8]) async -> SendResult {
        await attempt(message, with: contents)
    }

    private func attempt(_ message: Message, with contents: [UInt8]?) async -> SendResult {
        let (number, content) = state.withLock { state in
            let number = state.attempts.count
            state.attempts.append(Attempt(message: message, contents: contents, at: clock.now()))
            let content = state.watchers.filter { $0.count <= number + 1 }
            state.watchers.removeAll { $0.count <= number + 1 }
            return (number, content)
        }
        content.forEach { $0.continuation.resume() }
        let room = message.room.description
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                guard state.closed.contains(room) else { return true }
                state.waiting[room, default: []].append(continuation)
                return false
            }
            if goesOn { continuation.resume() }
        }
        return answer(message, number)
    }

    var attempts: [Attempt] { state.withLock { $0.attempts } }

    /// From now on sending to a room hangs until it is opened.
    func close(_ room: String) { state.withLock { _ = $0.closed.insert(room) } }

    func open(_ room: String) {
        let waiting = state.withLock { state in
            state.closed.remove(room)
            return state.waiting.removeValue(forKey: room) ?? []
        }
        waiting.forEach { $0.resume() }
    }

    /// Returns once so many attempts were made.
    func waitForAttempts(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isEnough = state.withLock { state in
                if state.attempts.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isEnough { continuation.resume() }
        }
    }
}
