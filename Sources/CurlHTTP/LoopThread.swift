import Glibc

/// A thread of our own, started once and joined once.
///
/// The loop blocks in a poll for hours, which no thread of Swift's small pool may do.
final class LoopThread: Sendable {
    private let thread: Locked<pthread_t?>

    /// Nil when the system grants no further thread.
    init?(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Work(work))
        let refused = pthread_create(&thread, nil, { LoopThread.enter($0) }, box.toOpaque())
        guard refused == 0 else {
            box.release()
            return nil
        }
        self.thread = Locked(thread)
    }

    /// Waits for the thread's end; call it when the work is known to be over, for it blocks.
    func join() {
        if let thread = take() { pthread_join(thread, nil) }
    }

    /// Lets the thread end by itself, unwatched.
    func detach() {
        if let thread = take() { pthread_detach(thread) }
    }

    private func take() -> pthread_t? {
        thread.withLock { thread in
            defer { thread = nil }
            return thread
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    private static func enter(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
        // Signals belong to the program's own handlers. SIGPIPE most of all: OpenSSL writes to sockets
        // that the other side has closed, and libcurl is told to keep its hands off signals.
        var signals = sigset_t()
        sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT] {
            sigdelset(&signals, fault)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        work.body()
        return nil
    }
}
