/// Cuts a stream of bytes into lines, as a value: bytes in, lines out.
///
/// Bytes that are no UTF-8 become U+FFFD. A line ends at a newline or at the end of the input, and is cut at
/// `longestLine` bytes: input without a newline must not fill the memory.
struct LineDecoder {
    private var rest: [UInt8] = []
    private let longestLine: Int

    init(longestLine: Int = 1 << 20) { self.longestLine = longestLine }

    mutating func lines(from bytes: some Sequence<UInt8>) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(takeLine())
            } else if rest.count < longestLine {
                rest.append(byte)
            }
        }
        return lines
    }

    /// The last line where the input did not end in a newline.
    mutating func finish() -> String? { rest.isEmpty ? nil : takeLine() }

    private mutating func takeLine() -> String {
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        defer { rest.removeAll(keepingCapacity: true) }
        return String(decoding: rest, as: UTF8.self)
    }
}
