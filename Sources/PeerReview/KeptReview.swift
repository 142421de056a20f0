/// A review of this round that exists before the allocation.
public struct KeptReview: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable {
        /// Sent: it stays whatever happens.
        case done
        /// Given out and not sent: it stays where nothing better is possible without more change.
        case open
    }

    public var reviewer: String
    public var submission: String
    public var state: State

    public init(reviewer: String, submission: String, state: State) {
        self.reviewer = reviewer
        self.submission = submission
        self.state = state
    }
}
