/// `j-00000121.jsonl`: numbered, so that segments sort and the next one has a name.
enum SegmentName {
    static let first = name(1)

    static func name(_ number: Int) -> String { "j-\(padded(number)).jsonl" }

    /// The number in a segment's name; nil for any other name.
    static func number(_ name: String) -> Int? {
        guard name.hasPrefix("j-"), name.hasSuffix(".jsonl"),
            let number = Int(name.dropFirst(2).dropLast(6)), name == self.name(number)
        else { return nil }
        return number
    }
}

/// `s-00000120`: the snapshot of everything before segment 121.
enum SnapshotName {
    static func name(_ number: Int) -> String { "s-\(padded(number))" }

    static func number(_ name: String) -> Int? {
        guard name.hasPrefix("s-"), let number = Int(name.dropFirst(2)),
            name == self.name(number)
        else { return nil }
        return number
    }
}

private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
}
