/// Who reviewed whom in an earlier round.
public struct PastReview: Hashable, Sendable, Codable {
    public var round: Int
    public var reviewer: String
    public var author: String

    public init(round: Int, reviewer: String, author: String) {
        self.round = round
        self.reviewer = reviewer
        self.author = author
    }
}
