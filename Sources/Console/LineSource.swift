import Dispatch
import Glibc

/// The lines that somebody types, or that a script holds.
package struct LineSource: AsyncSequence, Sendable {
    private let stream: AsyncStream<String>
    private let taken: DispatchSemaphore?

    /// Lines known beforehand, as in a test.
    package init(_ lines: [String]) {
        stream = AsyncStream { continuation in
            for line in lines { continuation.yield(line) }
            continuation.finish()
        }
        taken = nil
    }

    /// Lines that arrive when somebody else says so.
    package init(_ stream: AsyncStream<String>) {
        self.stream = stream
        taken = nil
    }

    /// Reads a file descriptor until its end.
    ///
    /// Reading blocks, so it has a thread of its own; that reads on only when its lines were taken, so a script of
    /// any size needs little memory. The thread of a cancelled reader waits for the end of its input, which at the
    /// latest is the end of the process.
    package init(descriptor: Int32) {
        let taken = DispatchSemaphore(value: 0)
        let (stream, continuation) = AsyncStream<String>.makeStream()
        continuation.onTermination = { _ in taken.signal() }
        DispatchQueue(label: "console input").async {
            var decoder = LineDecoder()
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            reading: while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                for line in decoder.lines(from: buffer.prefix(count)) {
                    if case .terminated = continuation.yield(line) { break reading }
                    taken.wait()
                }
            }
            if let line = decoder.finish() { continuation.yield(line) }
            continuation.finish()
        }
        self.stream = stream
        self.taken = taken
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(lines: stream.makeAsyncIterator(), taken: taken)
    }

    package struct Iterator: AsyncIteratorProtocol {
        var lines: AsyncStream<String>.Iterator
        let taken: DispatchSemaphore?

        package mutating func next() async -> String? {
            let line = await lines.next()
            taken?.signal()
            return line
        }
    }
}
