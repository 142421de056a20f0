/// The part of a thread that fits the question best, in pieces, so that matching words can be shown in bold.
public struct Snippet: Hashable, Sendable {
    public struct Piece: Hashable, Sendable {
        public var text: String
        /// Whether the piece is a word of the question.
        public var matches: Bool

        public init(_ text: String, matches: Bool = false) {
            self.text = text
            self.matches = matches
        }
    }

    public var pieces: [Piece]

    public init(pieces: [Piece]) { self.pieces = pieces }

    public var text: String { pieces.map(\.text).joined() }

    /// Where the matching words are in `text`.
    public var matches: [Range<String.Index>] {
        let text = text
        var ranges: [Range<String.Index>] = []
        var offset = 0
        for piece in pieces {
            let end = offset + piece.text.utf8.count
            if piece.matches {
                let units = text.utf8
                ranges.append(
                    units.index(
                        units.startIndex, offsetBy: offset)..<units.index(
                            units.startIndex, offsetBy: end))
            }
            offset = end
        }
        return ranges
    }
}
