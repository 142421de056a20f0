import CCurl

/// The one owner of libcurl's multi handle: it lives and dies on its own thread.
///
/// A round: take the commands, run the jobs, let libcurl work, hand out what ended, let passed deadlines
/// fail, then sleep until a socket, a timer, a command or a job wakes it. Idle, it sleeps without end.
final class TransferLoop {
    private let inbox: Inbox
    private let configuration: HTTPConfiguration
    private let multi: UnsafeMutableRawPointer
    private let time = LoopTime()
    private var transfers: [UInt64: Transfer] = [:]
    private let sockets: OpenSockets
    /// Handles at rest, the one that rests longest first: a new one costs more than a reset, and a reset more than the
    /// form that a handle has already.
    private var idleHandles: [EasyHandle] = []
    private var commands: [Inbox.Command] = []
    private var jobs: [Inbox.Job] = []
    /// So often are commands and jobs taken before libcurl has its turn: jobs that only ever make further jobs must not
    /// keep it from the sockets.
    private static let rounds = 64
    private var shutDownWaiters: [CheckedContinuation<Void, Never>] = []
    private var isStopping = false
    /// Before this instant no deadline can pass.
    private var nextCheck: ContinuousClock.Instant?

    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Runs until it is told to shut down.
    static func run(_ inbox: Inbox, _ configuration: HTTPConfiguration) {
        guard isLibraryReady, let loop = TransferLoop(inbox, configuration) else {
            inbox.close()
            return
        }
        loop.run()
    }

    private init?(_ inbox: Inbox, _ configuration: HTTPConfiguration) {
        guard let multi = curl_multi_init() else { return nil }
        self.inbox = inbox
        self.configuration = configuration
        self.multi = multi
        sockets = OpenSockets(multi, configuration, time)
        let connections = max(1, configuration.maxConnections)
        curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
        // Unset, libcurl keeps 4 × the handles added just now, and a quiet moment closes connections.
        curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections)
        curl_multi_setopt(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        inbox.open(for: multi)
    }

    private func run() {
        while true {
            time.update()
            takeIn()
            if isStopping { break }
            var running: Int32 = 0
            // What ended may have freed the connection that a waiting transfer needs. Without a further
            // perform that transfer would sit through the poll.
            repeat { curl_multi_perform(multi, &running) } while handOutEnded()
            failLate()
            var waits = sockets.serve()
            // A command that came in meanwhile did not wake anybody.
            if inbox.mayRest() {
                curl_multi_poll(multi, &waits, UInt32(waits.count), pollTimeout, nil)
            }
        }
        finish()
    }

    /// Carries out what waits, and what comes of it: a job mostly leads to a request or to the next job, and what is
    /// asked together leaves together.
    private func takeIn() {
        for _ in 0..<Self.rounds {
            inbox.drain(into: &commands, &jobs)
            for command in commands { obey(command) }
            for job in jobs { job.run() }
            if isStopping || commands.isEmpty && jobs.isEmpty { break }
        }
    }

    private func obey(_ command: Inbox.Command) {
        switch command {
        case .start(let id, let request, let continuation): start(id, request, continuation)
        case .cancel(let id):
            if let transfer = transfers[id] {
                end(transfer, .failure(CancellationError()))
            } else {
                sockets.cancel(id)
            }
        case .connect(let id, let task, let url, let deadlines, let waiter):
            sockets.connect(id, for: .init(id: task, continuation: waiter), to: url, deadlines)
        case .read(let id, let task, let waiter):
            sockets.read(id, for: .init(id: task, continuation: waiter))
        case .write(let id, let task, let bytes, let waiter):
            sockets.write(id, bytes, for: .init(id: task, continuation: waiter))
        case .close(let id): sockets.close(id)
        case .shutDown(let waiter):
            isStopping = true
            if let waiter { shutDownWaiters.append(waiter) }
        }
    }

    private func start(
        _ id: UInt64, _ request: HTTPRequest,
        _ continuation: CheckedContinuation<HTTPResponse, any Error>,
    ) {
        guard let handle = idleHandle(for: request) ?? EasyHandle() else {
            continuation.resume(
                throwing: HTTPFailure(CURLE_OUT_OF_MEMORY, requestSent: false, limit: 0))
            return
        }
        let transfer = Transfer(id, request, handle, time, continuation)
        transfers[id] = transfer
        var code = handle.prepare(request, for: transfer, configuration)
        if code == CURLE_OK, curl_multi_add_handle(multi, handle.easy) != CURLM_OK {
            code = CURLE_FAILED_INIT
        }
        guard code == CURLE_OK else {
            end(transfer, .failure(transfer.failure(code)))
            return
        }
        let check = transfer.firstCheck
        nextCheck = nextCheck.map { min($0, check) } ?? check
    }

    private func idleHandle(for request: HTTPRequest) -> EasyHandle? {
        if let index = idleHandles.lastIndex(where: { $0.isReady(for: request) }) {
            return idleHandles.remove(at: index)
        }
        // One more, while there may be one more: the forms in use soon have their own.
        let isFull = idleHandles.count + transfers.count >= configuration.maxConnections
        return isFull && !idleHandles.isEmpty ? idleHandles.removeFirst() : nil
    }

    private func handOutEnded() -> Bool {
        var hasEnded = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle
            else { continue }
            let code = message.pointee.data.result
            if let transfer = Transfer.of(easy) {
                hasEnded = true
                end(transfer, transfer.result(code))
            } else {
                sockets.ended(easy, code)
            }
        }
        return hasEnded
    }

    private func end(_ transfer: Transfer, _ result: Result<HTTPResponse, any Error>) {
        transfers[transfer.id] = nil
        transfer.continuation.resume(with: result)
        curl_multi_remove_handle(multi, transfer.easy)
        guard idleHandles.count < configuration.maxConnections else { return }
        transfer.handle.rest()
        idleHandles.append(transfer.handle)
    }

    /// Ends what is too late. It looks at all transfers, but hardly more often than once per the
    /// shortest deadline.
    private func failLate() {
        guard let check = nextCheck else { return }
        time.update()
        guard time.now >= check else { return }
        nextCheck = nil
        for transfer in Array(transfers.values) {
            switch transfer.standing() {
            case .late(let phase):
                let failure = HTTPFailure.timedOut(phase, requestSent: transfer.requestSent)
                end(transfer, .failure(failure))
            case .inTime(let until):
                nextCheck = nextCheck.map { min($0, until) } ?? until
            }
        }
    }

    /// libcurl shortens it to its own next timer.
    private var pollTimeout: Int32 {
        guard let check = [nextCheck, sockets.nextCheck].compactMap({ $0 }).min() else {
            return .max
        }
        let (seconds, attoseconds) = time.now.duration(to: check).components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        // Rounded up: a poll that ends too early would only be repeated.
        return max(0, Int32(seconds) * 1000 + Int32(attoseconds / 1_000_000_000_000_000) + 1)
    }

    private func finish() {
        inbox.close()
        for transfer in Array(transfers.values) {
            end(transfer, .failure(HTTPFailure.shutDown(requestSent: transfer.requestSent)))
        }
        sockets.closeAll()
        idleHandles = []
        curl_multi_cleanup(multi)
        for waiter in shutDownWaiters { waiter.resume() }
    }
}
