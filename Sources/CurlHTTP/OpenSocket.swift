import CCurl

/// One connection of the caller's own, as the loop sees it: who waits for what, and until when.
final class OpenSocket {
    /// A task that waits.
    struct Waiter {
        let id: UInt64
        let continuation: CheckedContinuation<[UInt8], any Error>
    }

    struct Write {
        let bytes: [UInt8]
        var sent = 0
        let waiter: Waiter
    }

    let easy: UnsafeMutableRawPointer
    let deadlines: Socket.Deadlines
    private let time: LoopTime
    /// Set until the connection is ready.
    private(set) var connecting: Waiter?
    private var reading: Waiter?
    private var writes: [Write] = []
    private(set) var descriptor: curl_socket_t?
    /// By when the connection must stand, or the other side take a byte.
    private(set) var deadline: ContinuousClock.Instant?

    /// What one read returns at most; a frame larger than that takes several.
    private static let chunk = 64 << 10

    init(
        _ easy: UnsafeMutableRawPointer, for waiter: Waiter, _ deadlines: Socket.Deadlines,
        _ time: LoopTime
    ) {
        self.easy = easy
        self.deadlines = deadlines
        self.time = time
        connecting = waiter
        deadline = time.now + max(deadlines.connect, .zero)
    }

    /// The connection stands.
    func opened(_ descriptor: curl_socket_t) {
        self.descriptor = descriptor
        deadline = nil
        connecting?.continuation.resume(returning: [])
        connecting = nil
    }

    /// - Returns: false where somebody reads already.
    func read(_ waiter: Waiter) -> Bool {
        guard reading == nil else { return false }
        reading = waiter
        return true
    }

    func write(_ bytes: [UInt8], _ waiter: Waiter) {
        if writes.isEmpty { deadline = time.now + max(deadlines.write, .zero) }
        writes.append(Write(bytes: bytes, waiter: waiter))
    }

    enum Cancelled {
        case nothing, read
        /// What was to be written may be half out, or the connection half made.
        case connection
    }

    func cancel(_ id: UInt64) -> Cancelled {
        if let reader = reading, reader.id == id {
            reading = nil
            reader.continuation.resume(throwing: CancellationError())
            return .read
        }
        if connecting?.id == id { return .connection }
        guard let index = writes.firstIndex(where: { $0.waiter.id == id }) else { return .nothing }
        guard index == 0, writes[0].sent > 0 else {
            // Not one byte of it is out, so the others are not harmed.
            let write = writes.remove(at: index)
            if writes.isEmpty { deadline = nil }
            write.waiter.continuation.resume(throwing: CancellationError())
            return .nothing
        }
        return .connection
    }

    /// Moves what can be moved now.
    /// - Returns: the failure that ends the connection, if one did.
    func serve() -> HTTPFailure? {
        guard descriptor != nil else { return nil }
        return writeOn() ?? readOn()
    }

    /// What the kernel shall wake the loop for; reading only while somebody reads.
    var events: Int16 {
        var events: Int32 = 0
        if reading != nil { events |= CURL_WAIT_POLLIN }
        if !writes.isEmpty { events |= CURL_WAIT_POLLOUT }
        return Int16(events)
    }

    private func writeOn() -> HTTPFailure? {
        while !writes.isEmpty {
            let (bytes, start) = (writes[0].bytes, writes[0].sent)
            var sent = 0
            let code = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
                return rest.isEmpty
                    ? CURLE_OK : curl_easy_send(easy, rest.baseAddress, rest.count, &sent)
            }
            if code == CURLE_AGAIN { return nil }
            guard code == CURLE_OK else { return .closed(requestSent: true) }
            writes[0].sent += sent
            deadline = time.now + max(deadlines.write, .zero)
            guard writes[0].sent == bytes.count else { continue }
            let write = writes.removeFirst()
            if writes.isEmpty { deadline = nil }
            write.waiter.continuation.resume(returning: [])
        }
        return nil
    }

    /// TLS may hold decrypted bytes that the kernel no longer knows of, so it is asked before every poll.
    private func readOn() -> HTTPFailure? {
        guard let reader = reading else { return nil }
        var code = CURLE_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
            code = curl_easy_recv(easy, buffer.baseAddress, buffer.count, &count)
        }
        if code == CURLE_AGAIN { return nil }
        guard code == CURLE_OK else { return .closed(requestSent: true) }
        reading = nil
        reader.continuation.resume(returning: bytes)
        return nil
    }

    /// Whoever waits is told; whoever cancelled hears that it was cancelled.
    func end(_ failure: any Error, cancelled: UInt64? = nil) {
        for waiter in [connecting, reading].compactMap({ $0 }) + writes.map(\.waiter) {
            waiter.continuation.resume(
                throwing: waiter.id == cancelled ? CancellationError() : failure)
        }
        (connecting, reading, writes) = (nil, nil, [])
    }
}
