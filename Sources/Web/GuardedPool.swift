import FlyingSocks
import Glibc
import Synchronization

/// A socket pool that closes connections which stay silent, and refuses more than so many at a time.
///
/// FlyingFox times a route's answer but waits for ever for a request's next byte, so a client that opens
/// connections and says nothing would hold descriptors until the process has none left for the journal.
final class GuardedPool<Base: AsyncSocketPool>: AsyncSocketPool {
    private let base: Base
    private let idle: Duration
    private let connections: Int
    private let clock: any Clock<Duration>
    private let waiting = Mutex(0)

    init(base: Base, idle: Duration, connections: Int, clock: any Clock<Duration>) {
        self.base = base
        self.idle = idle
        self.connections = connections
        self.clock = clock
    }

    func prepare() async throws { try await base.prepare() }

    func run() async throws { try await base.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        if Self.isListening(socket) {
            return try await base.suspendSocket(socket, untilReadyFor: events)
        }
        let isAdmitted = waiting.withLock { count in
            guard count < connections else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw SocketError.disconnected }
        defer { waiting.withLock { $0 -= 1 } }

        try await withThrowingTaskGroup(of: Void.self) { [base, clock, idle] group in
            group.addTask { try await base.suspendSocket(socket, untilReadyFor: events) }
            group.addTask {
                try await clock.sleep(for: idle)
                throw SocketError.disconnected
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private static func isListening(_ socket: Socket) -> Bool {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        let status = getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &value, &size)
        return status == 0 && value != 0
    }
}
