import CCurl

/// Where tasks leave commands for the thread that owns libcurl's multi handle.
///
/// The thread is woken only by the first command after it emptied the inbox: a burst of a thousand
/// requests costs one wake-up.
final class Inbox: Sendable {
    enum Command: Sendable {
        case start(UInt64, HTTPRequest, CheckedContinuation<HTTPResponse, any Error>)
        case cancel(UInt64)
        case shutDown(CheckedContinuation<Void, Never>?)
    }

    private struct State {
        var commands: [Command] = []
        var multi: UnsafeMutableRawPointer?
        var isClosed = false
    }

    private let state = Locked(State())

    /// Leaves a command; a closed inbox answers it at once.
    func put(_ command: Command) {
        let isClosed = state.withLock { state in
            if state.isClosed { return true }
            state.commands.append(command)
            // Under the lock, so that the handle cannot be freed in between.
            if state.commands.count == 1, let multi = state.multi { curl_multi_wakeup(multi) }
            return false
        }
        if isClosed { command.refuse() }
    }

    /// Names the handle whose poll is to be woken; what came before is drained by its first round.
    func open(for multi: UnsafeMutableRawPointer) {
        state.withLock { $0.multi = multi }
    }

    /// Exchanges the waiting commands for an empty array, whose storage serves the next ones.
    func drain(into commands: inout [Command]) {
        commands.removeAll(keepingCapacity: true)
        state.withLock { swap(&$0.commands, &commands) }
    }

    /// From here on every command is refused; those still waiting are refused now.
    func close() {
        let commands = state.withLock { state in
            state.isClosed = true
            state.multi = nil
            defer { state.commands = [] }
            return state.commands
        }
        for command in commands { command.refuse() }
    }
}

extension Inbox.Command {
    /// Answers a command that will not be carried out, because there is no thread any more.
    fileprivate func refuse() {
        switch self {
        case .start(_, _, let continuation):
            continuation.resume(throwing: HTTPFailure.shutDown(requestSent: false))
        case .cancel: break
        case .shutDown(let continuation): continuation?.resume()
        }
    }
}
