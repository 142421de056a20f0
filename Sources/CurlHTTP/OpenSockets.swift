import CCurl

/// The sockets of one loop: they live among its transfers and are served once in every round.
///
/// A socket's handle stays in the multi handle as long as it is open; libcurl closes the connection when it leaves.
final class OpenSockets {
    private let multi: UnsafeMutableRawPointer
    private let configuration: HTTPConfiguration
    private let time: LoopTime
    private var sockets: [UInt64: OpenSocket] = [:]

    init(
        _ multi: UnsafeMutableRawPointer, _ configuration: HTTPConfiguration, _ time: LoopTime
    ) {
        self.multi = multi
        self.configuration = configuration
        self.time = time
    }

    func connect(
        _ id: UInt64, for waiter: OpenSocket.Waiter, to url: HTTPURL,
        _ deadlines: Socket.Deadlines
    ) {
        guard let easy = curl_easy_init() else {
            let failure = HTTPFailure(CURLE_OUT_OF_MEMORY, requestSent: false, limit: 0)
            return waiter.continuation.resume(throwing: failure)
        }
        let socket = OpenSocket(easy, for: waiter, deadlines, time)
        sockets[id] = socket
        var options = TransferOptions(easy)
        options.setSocket(configuration, to: url)
        var code = options.code
        if code == CURLE_OK, curl_multi_add_handle(multi, easy) != CURLM_OK {
            code = CURLE_FAILED_INIT
        }
        if code != CURLE_OK { end(id, HTTPFailure(code, requestSent: false, limit: 0)) }
    }

    func read(_ id: UInt64, for waiter: OpenSocket.Waiter) {
        guard let socket = sockets[id], socket.read(waiter) else {
            return waiter.continuation.resume(throwing: HTTPFailure.closed(requestSent: true))
        }
    }

    func write(_ id: UInt64, _ bytes: [UInt8], for waiter: OpenSocket.Waiter) {
        guard let socket = sockets[id] else {
            return waiter.continuation.resume(throwing: HTTPFailure.closed(requestSent: false))
        }
        socket.write(bytes, waiter)
    }

    func close(_ id: UInt64) { end(id, HTTPFailure.closed(requestSent: true)) }

    /// A task that waits for a socket was cancelled.
    func cancel(_ task: UInt64) {
        for (id, socket) in sockets {
            switch socket.cancel(task) {
            case .nothing: continue
            case .read: return
            case .connection: return end(id, HTTPFailure.closed(requestSent: true), cancelled: task)
            }
        }
    }

    /// libcurl is done with connecting.
    func ended(_ easy: UnsafeMutableRawPointer, _ code: CURLcode) {
        guard let (id, socket) = sockets.first(where: { $0.value.easy == easy }) else { return }
        guard code == CURLE_OK else {
            var proxyStatus = 0
            curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus)
            let failure = HTTPFailure(code, requestSent: false, limit: 0)
            return end(id, proxyStatus >= 300 ? HTTPFailure.proxy : failure)
        }
        var descriptor: curl_socket_t = -1
        guard curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &descriptor) == CURLE_OK,
            descriptor >= 0
        else { return end(id, HTTPFailure.cannotConnect) }
        socket.opened(descriptor)
    }

    /// Moves bytes and ends what is late.
    /// - Returns: what the kernel shall wake the loop for.
    func serve() -> [curl_waitfd] {
        guard !sockets.isEmpty else { return [] }
        var waits: [curl_waitfd] = []
        for (id, socket) in sockets {
            if let failure = socket.serve() {
                end(id, failure)
                continue
            }
            if let deadline = socket.deadline, time.now >= deadline {
                let isConnecting = socket.connecting != nil
                end(
                    id,
                    HTTPFailure.timedOut(
                        isConnecting ? .connect : .stall, requestSent: !isConnecting))
                continue
            }
            guard let descriptor = socket.descriptor, socket.events != 0 else { continue }
            waits.append(curl_waitfd(fd: descriptor, events: socket.events, revents: 0))
        }
        return waits
    }

    /// Before this instant no deadline can pass.
    var nextCheck: ContinuousClock.Instant? { sockets.values.compactMap(\.deadline).min() }

    func closeAll() {
        for id in Array(sockets.keys) { end(id, HTTPFailure.shutDown(requestSent: true)) }
    }

    private func end(_ id: UInt64, _ failure: any Error, cancelled: UInt64? = nil) {
        guard let socket = sockets.removeValue(forKey: id) else { return }
        socket.end(failure, cancelled: cancelled)
        curl_multi_remove_handle(multi, socket.easy)
        curl_easy_cleanup(socket.easy)
    }
}
