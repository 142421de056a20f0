/// What a search found, best first, and how sure it is that the first one answers the question.
public struct SearchResult: Hashable, Sendable {
    /// How a result should be offered.
    public enum Band: String, Hashable, Sendable, Codable {
        /// The first hit very probably answers the question.
        case answered
        /// Some hits may help.
        case candidates
        /// Nothing worth showing: there is no thread on this yet.
        case none
    }

    public var hits: [Hit]
    /// The estimated probability, 0 … 1, that the first hit answers the question.
    public var confidence: Double
    public var band: Band

    public init(hits: [Hit], confidence: Double, band: Band) {
        self.hits = hits
        self.confidence = confidence
        self.band = band
    }

    public static let nothing = SearchResult(hits: [], confidence: 0, band: .none)
}

/// A thread that was found.
public struct Hit: Hashable, Sendable, Identifiable {
    public var id: String
    /// 0 … 1: how much of the query's weight the thread carries.
    public var score: Double
    public var snippet: Snippet

    public init(id: String, score: Double, snippet: Snippet) {
        self.id = id
        self.score = score
        self.snippet = snippet
    }
}
