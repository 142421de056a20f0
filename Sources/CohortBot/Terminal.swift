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

    /// A line that shows how far something is, from 0 to 1, and is gone at the end; nothing where nobody looks.
    package func progress(_ what: String, _ share: Double) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let done = Int(share * 30)
        let bar = String(repeating: "#", count: done) + String(repeating: "-", count: 30 - done)
        let line = share < 1 ? "\(what) [\(bar)] \(Int(share * 100)) %" : ""
        write("\r\u{1B}[K" + line, to: STDERR_FILENO)
    }

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
