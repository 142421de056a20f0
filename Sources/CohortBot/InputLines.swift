/// Cuts what arrives into lines, however it was cut on the way; a line that is too long is counted and not kept.
struct InputLines {
    struct Line: Equatable {
        let number: Int
        /// Nil where it is longer than was allowed.
        let bytes: [UInt8]?
    }

    /// How many bytes a question on a line of its own may have.
    static let longestQuestion = 1 << 16
    private let longest: Int
    private var number = 1
    private var pending: [UInt8] = []
    private var isTooLong = false

    init(longest: Int = longestQuestion) { self.longest = longest }

    /// The lines that end in these bytes.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> [Line] {
        var lines: [Line] = []
        var rest = bytes
        while let end = rest.firstIndex(of: 0x0A) {
            append(rest[..<end])
            lines.append(flush())
            rest = rest[(end + 1)...]
        }
        append(rest)
        return lines
    }

    /// The last line where nothing ends it.
    mutating func finish() -> Line? { pending.isEmpty && !isTooLong ? nil : flush() }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        guard !isTooLong, pending.count + bytes.count <= longest else {
            isTooLong = true
            pending = []
            return
        }
        pending += bytes
    }

    private mutating func flush() -> Line {
        defer { (pending, isTooLong, number) = ([], false, number + 1) }
        if pending.last == 0x0D { pending.removeLast() }
        return Line(number: number, bytes: isTooLong ? nil : pending)
    }
}
