import Chat
import Support
import Synchronization
import Testing

@testable import Delivery

@Suite("What is out and told to the log", .timeLimit(.minutes(10)))
struct OutboxRecordingTests {
    typealias Trial = OutboxTrial

    @Test("while the log is busy what goes out gathers, and is told at once and whole")
    func gathers() async {
        let log = SlowLog()
        await Trial(log: log).run { trial in
            await trial.outbox.deliver([Trial.message("first", to: "telegram:0")])
            await log.waitForCalls(1)
            let keys = (1...50).map { "k\($0)" }
            await trial.outbox.deliver(keys.map { Trial.message($0, to: "telegram:\($0)") })
            await trial.platform.waitForAttempts(51)
            // Nobody is told that they are out before that is on disk.
            #expect(await trial.outbox.pending == 51)
            log.open()
            #expect(await trial.outbox.settle(keys, within: 60) == [])
            #expect(Set(log.calls.joined()) == Set(keys + ["first"]))
            #expect(log.calls.first == ["first"])
            #expect(log.calls.count < 10)
        }
    }

    @Test("one that waits for a reply does not wait for the others")
    func asks() async {
        let log = SlowLog()
        await Trial(log: log).run { trial in
            await trial.outbox.deliver([Trial.message("first", to: "telegram:0")])
            await log.waitForCalls(1)
            var question = Trial.message("question", to: "telegram:1")
            question.outgoing.asks = Account(.telegram, "7")
            await trial.outbox.deliver([question])
            await log.waitForCalls(2)
            #expect(log.calls == [["first"], ["question"]])
            log.open()
        }
    }

    @Test("stopping tells everything that went out")
    func stop() async {
        let log = SlowLog()
        let trial = Trial(log: log)
        await withTaskGroup { group in
            group.addTask { await trial.outbox.run() }
            await trial.outbox.deliver(
                (1...20).map { Trial.message("k\($0)", to: "telegram:\($0)") })
            await trial.platform.waitForAttempts(20)
            async let stopped: Void = trial.outbox.stop(within: 60)
            log.open()
            await stopped
            await group.waitForAll()
        }
        #expect(log.calls.joined().count == 20)
    }
}

/// A log that is caught up only once it is opened.
private final class SlowLog: SentLog {
    private struct State {
        var calls: [[String]] = []
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    var calls: [[String]] { state.withLock { $0.calls } }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func waitForCalls(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isEnough = state.withLock { state in
                if state.calls.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isEnough { continuation.resume() }
        }
    }

    func sent(_ messages: [Sent]) async {
        let content = state.withLock { state in
            state.calls.append(messages.map(\.key))
            let count = state.calls.count
            defer { state.watchers.removeAll { $0.count <= count } }
            return state.watchers.filter { $0.count <= count }
        }
        for watcher in content { watcher.continuation.resume() }
    }

    func caughtUp() async {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if goesOn { continuation.resume() }
        }
    }

    func undeliverable(key: String, reason: Undelivered) async {}
    func waits(_ owed: Owed) async {}
    func blocked(room: RoomAddress) async {}
    func moved(from: RoomAddress, to: RoomAddress) async {}
}
