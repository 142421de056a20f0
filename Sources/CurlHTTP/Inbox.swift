import CCurl
import Dispatch

/// Where tasks leave commands for the thread that owns libcurl's multi handle, and jobs to be run on it.
///
/// The thread is woken only when it rests, and once: a burst of a thousand requests costs one wake-up, and
/// under load, when it looks in again by itself, most cost none.
final class Inbox: Sendable {
    typealias Waiter = CheckedContinuation<[UInt8], any Error>

    enum Command: Sendable {
        case start(UInt64, HTTPRequest, CheckedContinuation<HTTPResponse, any Error>)
        /// Of a request, or of something that waits for a socket.
        case cancel(UInt64)
        // About the socket of the first number; the second is that of the task that waits.
        case connect(UInt64, UInt64, HTTPURL, Socket.Deadlines, Waiter)
        case read(UInt64, UInt64, Waiter)
        case write(UInt64, UInt64, [UInt8], Waiter)
        case close(UInt64)
        case shutDown(CheckedContinuation<Void, Never>?)
    }

    /// A task's next piece, to be run on the thread.
    struct Job: Sendable {
        let job: UnownedJob
        let executor: UnownedTaskExecutor

        func run() { job.runSynchronously(on: executor) }
    }

    fileprivate struct State {
        var commands: [Command] = []
        var jobs: [Job] = []
        var multi: UnsafeMutableRawPointer?
        /// Set while the thread polls and nobody has woken it yet.
        var isResting = false
        var isClosed = false
    }

    private let state = Locked(State())

    /// Leaves a command; a closed inbox answers it at once.
    func put(_ command: Command) {
        let isClosed = state.withLock { state in
            if state.isClosed { return true }
            state.commands.append(command)
            state.wake()
            return false
        }
        if isClosed { command.refuse() }
    }

    /// Leaves a job; where the thread is gone, one of Swift's own threads takes it.
    func put(_ job: Job) {
        let isClosed = state.withLock { state in
            if state.isClosed { return true }
            state.jobs.append(job)
            state.wake()
            return false
        }
        if isClosed { DispatchQueue.global().async { job.run() } }
    }

    /// Names the handle whose poll is to be woken.
    func open(for multi: UnsafeMutableRawPointer) {
        state.withLock { $0.multi = multi }
    }

    /// Exchanges what waits for empty arrays, whose storage serves what comes next.
    func drain(into commands: inout [Command], _ jobs: inout [Job]) {
        commands.removeAll(keepingCapacity: true)
        jobs.removeAll(keepingCapacity: true)
        state.withLock { state in
            state.isResting = false
            swap(&state.commands, &commands)
            swap(&state.jobs, &jobs)
        }
    }

    /// Asked before every poll: false when something came in since the last drain.
    func mayRest() -> Bool {
        state.withLock { state in
            state.isResting = state.commands.isEmpty && state.jobs.isEmpty
            return state.isResting
        }
    }

    /// From here on every command is refused and every job runs elsewhere; so does what still waits.
    func close() {
        let (commands, jobs) = state.withLock { state in
            state.isClosed = true
            state.multi = nil
            defer { (state.commands, state.jobs) = ([], []) }
            return (state.commands, state.jobs)
        }
        for command in commands { command.refuse() }
        for job in jobs { put(job) }
    }
}

extension Inbox.State {
    /// Called under the lock, so that the handle cannot be freed in between.
    fileprivate mutating func wake() {
        guard isResting, let multi else { return }
        isResting = false
        curl_multi_wakeup(multi)
    }
}

extension Inbox.Command {
    /// Answers a command that will not be carried out, because there is no thread any more.
    fileprivate func refuse() {
        switch self {
        case .start(_, _, let continuation):
            continuation.resume(throwing: HTTPFailure.shutDown(requestSent: false))
        case .connect(_, _, _, _, let waiter), .read(_, _, let waiter), .write(_, _, _, let waiter):
            waiter.resume(throwing: HTTPFailure.shutDown(requestSent: false))
        case .cancel, .close: break
        case .shutDown(let continuation): continuation?.resume()
        }
    }
}
