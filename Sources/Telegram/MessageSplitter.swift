/// Cuts a long text into messages that Telegram accepts.
///
/// Cuts are made at the end of a paragraph, else of a line, else of a word; never inside a mark or a character
/// unless that alone is longer than a message. White space around a cut goes, as Telegram would trim it anyway.
struct MessageSplitter: Sendable {
    /// In UTF-16 code units: the stricter of the two ways in which servers count.
    var longest = 4096
    /// Telegram ignores the marks beyond the hundredth, and an ignored one could be what kept a ping away.
    var mostMarks = 100

    /// The parts in order; none where there is nothing but white space.
    func parts(_ whole: MarkedText) -> [MarkedText] {
        if isOnePart(whole) { return [whole] }
        let units = Array(whole.text.utf16)
        let end = Self.trimmedEnd(of: units, in: 0..<units.count)
        var start = Self.firstInk(in: units, 0..<end)
        var parts: [MarkedText] = []
        while start < end {
            var stop = min(start + longest, end)
            let inside = whole.marks.filter { $0.range.upperBound > start }
            if inside.count > mostMarks {
                stop = min(stop, max(inside[mostMarks].range.lowerBound, start + 1))
            }
            if stop < end { stop = cut(whole, units, start..<stop) }
            let inked = start..<Self.trimmedEnd(of: units, in: start..<stop)
            parts.append(whole.part(inked, of: units))
            start = Self.firstInk(in: units, stop..<end)
        }
        return parts
    }

    /// Whether nothing is to be cut or trimmed, as with nearly every message. A text never has more UTF-16 code units
    /// than bytes.
    private func isOnePart(_ whole: MarkedText) -> Bool {
        let ink: ClosedRange<UInt8> = 0x21...0x7E
        guard whole.text.utf8.count <= longest, whole.marks.count <= mostMarks,
            let first = whole.text.utf8.first, let last = whole.text.utf8.last
        else { return false }
        return ink ~= first && ink ~= last
    }

    private func cut(_ whole: MarkedText, _ units: [UInt16], _ window: Range<Int>) -> Int {
        let marks = whole.marks.filter { $0.range.overlaps(window) }
        func isInsideMark(_ at: Int) -> Bool {
            marks.contains { $0.range.lowerBound < at && at < $0.range.upperBound }
        }
        func last(after least: Int, _ isEnd: (Int) -> Bool) -> Int? {
            let first = window.lowerBound + max(least, 1)
            guard first <= window.upperBound else { return nil }
            return (first...window.upperBound).last { isEnd($0) && !isInsideMark($0) }
        }
        let newline = UInt16(0x0A)
        if let paragraph = last(
            after: window.count / 2,
            { units[$0 - 1] == newline && units[$0] == newline })
        {
            return paragraph
        }
        if let line = last(after: window.count / 4, { units[$0] == newline }) { return line }
        if let word = last(after: 1, { Self.isSpace(units[$0]) }) { return word }
        let start = marks.last?.range.lowerBound ?? 0
        if start > window.lowerBound, isInsideMark(window.upperBound) { return start }
        return characterBoundary(whole.text, units, window)
    }

    /// The end of the last whole character in the window; in a heap of combining marks, of the last code point.
    private func characterBoundary(
        _ text: String, _ units: [UInt16], _ window: Range<Int>
    ) -> Int {
        for at in (window.lowerBound + 1...window.upperBound).reversed().prefix(64) {
            let index = String.Index(utf16Offset: at, in: text)
            if index.samePosition(in: text) != nil { return at }
        }
        let splitsPair = UTF16.isTrailSurrogate(units[window.upperBound])
        return splitsPair && window.count > 1 ? window.upperBound - 1 : window.upperBound
    }

    private static func isSpace(_ unit: UInt16) -> Bool {
        Unicode.Scalar(unit)?.properties.isWhitespace ?? false
    }

    private static func firstInk(in units: [UInt16], _ range: Range<Int>) -> Int {
        units[range].firstIndex { !isSpace($0) } ?? range.upperBound
    }

    private static func trimmedEnd(of units: [UInt16], in range: Range<Int>) -> Int {
        (units[range].lastIndex { !isSpace($0) } ?? range.lowerBound - 1) + 1
    }
}
