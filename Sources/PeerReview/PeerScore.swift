/// What several reviewers' scores for one work come to: the mean, with its range.
///
/// The mean and not the median: the median of three was the worst of all ways to combine scores in our simulations.
public struct PeerScore: Hashable, Sendable {
    public let mean: Double
    public let lowest: Double
    public let highest: Double
    public let count: Int

    /// nil where there is no score yet; a score that is not a finite number is not counted.
    public init?(_ scores: some Sequence<Double>) {
        let scores = scores.filter(\.isFinite)
        guard let lowest = scores.min(), let highest = scores.max() else { return nil }
        self.lowest = lowest
        self.highest = highest
        count = scores.count
        mean = scores.reduce(0, +) / Double(scores.count)
    }

    public var spread: Double { highest - lowest }

    /// Reviewers who are more than 20 points apart are worth a further review.
    public var suggestsOneMore: Bool { spread > 20 }
}
