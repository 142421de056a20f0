extension ForumIndex {
    /// How many words a snippet shows, and how many bytes at most where words are long.
    private static let snippetWords = 30
    private static let snippetBytes = 320
    /// How far into a text its snippet is looked for.
    private static let readCharacters = 20_000

    /// The stretch of a thread with the most of the question in it; the answer where there is one.
    func snippet(of entry: Entry, for query: Query) -> Snippet {
        let thread = entry.thread
        let texts = [thread.answer, thread.body, thread.title].compactMap(\.self)
        let text = texts.first { $0.contains { !$0.isWhitespace } } ?? ""
        let worth = Dictionary(
            query.clauses.flatMap { clause in
                clause.alternatives.map { ($0.term, clause.weight * clause.idf) }
            }, uniquingKeysWith: max)
        // Stop words help to choose the stretch; that they stand in it tells nobody anything.
        let telling = Set(
            query.clauses.filter { !$0.isStopWord || query.length == 0 }
                .flatMap { $0.alternatives.map(\.term) })
        let read = String(text.prefix(Self.readCharacters))
        let tokens = Tokenizer.tokens(of: read)
        let terms = tokens.map { lexicon.known($0, language: Int(entry.language)) }
        let window = Self.bestWindow(tokens, terms.map { $0.flatMap { worth[$0] } ?? 0 })
        return Self.cut(read, tokens, terms.map { $0.map(telling.contains) ?? false }, window)
    }

    private static func bestWindow(_ tokens: [Token], _ values: [Float]) -> Range<Int> {
        guard !tokens.isEmpty else { return 0..<0 }
        var best = 0..<1
        var bestValue: Float = -1
        var end = 0
        var value: Float = 0
        for start in tokens.indices {
            while end < tokens.count, end - start < snippetWords,
                tokens[end].place.upperBound - tokens[start].place.lowerBound <= snippetBytes
            {
                value += values[end]
                end += 1
            }
            end = max(end, start + 1)
            if value > bestValue {
                bestValue = value
                best = start..<end
            }
            value -= values[start]
        }
        // A window that opens with the text reads better than one that opens in its second word.
        return best.lowerBound < 4 ? 0..<max(best.upperBound, 1) : best
    }

    private static func cut(
        _ text: String, _ tokens: [Token], _ matches: [Bool], _ window: Range<Int>
    ) -> Snippet {
        guard let first = window.first, let last = window.last else {
            return Snippet(pieces: [.init(squeezed(Array(text.prefix(40).utf8)[...]))])
        }
        let bytes = Array(text.utf8)
        var pieces: [Snippet.Piece] = first > 0 ? [.init("… ")] : []
        var position = first > 0 ? tokens[first].place.lowerBound : 0
        for place in window where matches[place] {
            let word = tokens[place].place
            // Overlapping signs are shown once.
            let start = max(word.lowerBound, position)
            guard start < word.upperBound else { continue }
            if start > position { pieces.append(.init(squeezed(bytes[position..<start]))) }
            pieces.append(.init(squeezed(bytes[start..<word.upperBound]), matches: true))
            position = word.upperBound
        }
        // The full stop or question mark after the last word belongs to it.
        let tail = bytes.count - tokens[last].place.upperBound
        let isWhole = last == tokens.count - 1 && tail <= 16
        let end = isWhole ? bytes.count : tokens[last].place.upperBound
        if end > position { pieces.append(.init(squeezed(bytes[position..<end]))) }
        if !isWhole { pieces.append(.init(" …")) }
        return Snippet(pieces: pieces.filter { !$0.text.isEmpty })
    }

    /// White space as single blanks: a snippet is one line.
    private static func squeezed(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for byte in bytes {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isBlank, out.last == 0x20 { continue }
            out.append(isBlank ? 0x20 : byte)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
