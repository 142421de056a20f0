import Glibc

/// Standard output for what was asked for, standard error for everything else.
package struct Terminal: Sendable {
    package static let standard = Terminal()

    /// Whether a person types.
    package var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    package func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    package func show(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// A whole line of the log, newline included.
    func log(_ line: String) { write(line, to: STDERR_FILENO) }

    package func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    private func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
