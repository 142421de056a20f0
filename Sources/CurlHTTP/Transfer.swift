import CCurl

/// One request under way: libcurl's handle for it and what has come back so far.
final class Transfer {
    let id: UInt64
    let request: HTTPRequest
    let handle: EasyHandle
    let continuation: CheckedContinuation<HTTPResponse, any Error>
    private let time: LoopTime
    private let started: ContinuousClock.Instant

    /// Whether a connection was handed the request: from then on the server may act on it.
    private(set) var requestSent = false
    private var lastProgress: ContinuousClock.Instant
    private var sentBytes: curl_off_t = 0
    private var headerLines: [UInt8] = []
    private var body: [UInt8] = []
    /// Why a callback broke the transfer off; libcurl only says that one did.
    private var verdict: HTTPFailure?

    /// More header bytes than any honest server sends.
    private static let headerLimit = 256 << 10

    init(
        _ id: UInt64, _ request: HTTPRequest, _ handle: EasyHandle, _ time: LoopTime,
        _ continuation: CheckedContinuation<HTTPResponse, any Error>,
    ) {
        self.id = id
        self.request = request
        self.handle = handle
        self.time = time
        self.continuation = continuation
        started = time.now
        lastProgress = time.now
    }

    /// The transfer a handle works for.
    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
        var pointer: UnsafeMutableRawPointer?
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &pointer)
        return pointer.map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }

    var easy: UnsafeMutableRawPointer { handle.easy }
}

// What libcurl calls back: each returns whether to go on.
extension Transfer {
    /// A connection is ready and the request about to be written.
    func willSendRequest() -> Bool {
        if requestSent && !request.mayRepeat {
            // A kept connection closed without an answer, and libcurl means to send once more.
            verdict = .closed(requestSent: true)
            return false
        }
        requestSent = true
        lastProgress = time.now
        return true
    }

    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        lastProgress = time.now
        // A status line begins anew: what came before belonged to an interim answer (1xx).
        if line.starts(with: "HTTP/".utf8) {
            headerLines.removeAll(keepingCapacity: true)
            return true
        }
        guard headerLines.count + line.count <= Transfer.headerLimit else {
            verdict = .badResponse
            return false
        }
        if headerLines.isEmpty { headerLines.reserveCapacity(256) }
        headerLines.append(contentsOf: line)
        return true
    }

    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        lastProgress = time.now
        guard body.count + bytes.count <= request.responseLimit else {
            verdict = .responseTooLarge(limit: request.responseLimit)
            return false
        }
        if body.isEmpty { body.reserveCapacity(expectedBody) }
        body.append(contentsOf: bytes)
        return true
    }

    /// What the server announced, where it did and that is believable.
    private var expectedBody: Int {
        var announced: curl_off_t = 0
        curl_easy_getinfo(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced)
        return min(max(announced, 0), request.responseLimit, 1 << 20)
    }
}

// How it ends.
extension Transfer {
    func result(_ code: CURLcode) -> Result<HTTPResponse, any Error> {
        guard code == CURLE_OK else { return .failure(failure(code)) }
        var status = 0
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPResponse(status: status, headerLines: headerLines, body: body))
    }

    func failure(_ code: CURLcode) -> HTTPFailure {
        if let verdict { return verdict }
        if !requestSent {
            // A proxy's refusal has no code of its own in this libcurl.
            var connectStatus = 0
            curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &connectStatus)
            if connectStatus >= 300 { return .proxy }
        }
        return HTTPFailure(code, requestSent: requestSent, limit: request.responseLimit)
    }
}

// How long it may take.
extension Transfer {
    enum Standing: Equatable {
        case late(HTTPFailure.Phase)
        /// No deadline can pass before.
        case inTime(until: ContinuousClock.Instant)
    }

    /// The earliest instant at which any of the three deadlines can pass.
    var firstCheck: ContinuousClock.Instant {
        let deadlines = request.deadlines
        return started + min(deadlines.connect, deadlines.total, deadlines.stall).waitable
    }

    func standing() -> Standing {
        let deadlines = request.deadlines
        let now = time.now
        let total = started + deadlines.total.waitable
        if now >= total { return .late(.total) }
        guard requestSent else {
            let connect = started + deadlines.connect.waitable
            if now >= connect { return .late(.connect) }
            return .inTime(until: min(total, connect, now + deadlines.stall.waitable))
        }
        noteUpload()
        let stall = lastProgress + deadlines.stall.waitable
        return now >= stall ? .late(.stall) : .inTime(until: min(total, stall))
    }

    /// Bytes that left since the last look count as progress now: libcurl does not call back for them,
    /// so a stalled upload is noticed after one to two stall deadlines.
    private func noteUpload() {
        var sent: curl_off_t = 0
        curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &sent)
        if sent != sentBytes {
            sentBytes = sent
            lastProgress = time.now
        }
    }
}

extension Duration {
    /// Within what can be added to an instant: nothing negative, at most some thirty years.
    fileprivate var waitable: Duration { min(max(self, .zero), .seconds(1_000_000_000)) }
}
