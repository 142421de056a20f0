import CCurl
import Synchronization

/// HTTP for the whole process, over connections that are kept and shared.
///
/// ```swift
/// let http = HTTPClient()
/// let response = try await http.send(HTTPRequest(url: url))
/// await http.shutDown()
/// ```
/// One thread owns everything of libcurl's; tasks only leave commands for it. A client that is let go
/// without `shutDown` ends its thread too, unwatched.
public final class HTTPClient: Sendable {
    private let inbox = Inbox()
    private let thread: LoopThread?
    private let lastID = Atomic<UInt64>(0)

    public init(_ configuration: HTTPConfiguration = HTTPConfiguration()) {
        thread = LoopThread { [inbox] in
            TransferLoop.run(inbox, configuration)
        }
        if thread == nil { inbox.close() }
    }

    deinit {
        inbox.put(.shutDown(nil))
        thread?.detach()
    }

    /// Sends a request and waits for the whole answer, of whatever status.
    ///
    /// Throws `HTTPFailure`, or `CancellationError` as soon as the task is cancelled.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        try Task.checkCancellation()
        guard request.headers.areWellFormed else {
            let code = Int32(bitPattern: CURLE_BAD_FUNCTION_ARGUMENT.rawValue)
            throw HTTPFailure.other(code: code, requestSent: false)
        }
        let id = nextID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                inbox.put(.start(id, request, continuation))
                // A cancellation that came before the line above named a transfer nobody knew.
                if Task.isCancelled { inbox.put(.cancel(id)) }
            }
        } onCancel: {
            inbox.put(.cancel(id))
        }
    }

    func nextID() -> UInt64 { lastID.add(1, ordering: .relaxed).newValue }

    func put(_ command: Inbox.Command) { inbox.put(command) }

    func put(_ job: Inbox.Job) { inbox.put(job) }

    /// Leaves a command about a socket and waits for its outcome.
    func outcome(
        _ command: @Sendable (UInt64, CheckedContinuation<[UInt8], any Error>) -> Inbox.Command
    ) async throws -> [UInt8] {
        try Task.checkCancellation()
        let id = nextID()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                inbox.put(command(id, continuation))
                // A cancellation that came before the line above named something nobody knew.
                if Task.isCancelled { inbox.put(.cancel(id)) }
            }
        } onCancel: {
            inbox.put(.cancel(id))
        }
    }

    /// Fails what is in flight with `shutDown`, closes every connection and returns when the thread has
    /// ended. Later requests fail at once.
    public func shutDown() async {
        await withCheckedContinuation { inbox.put(.shutDown($0)) }
        thread?.join()
    }
}
