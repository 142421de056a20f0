/// What a number of learners and of reviews makes unavoidable, whatever the matching does.
///
/// For rounds in which everyone hands in one work and may review everyone else.
public struct RoundLimits: Hashable, Sendable {
    public let learners: Int
    /// The reviews asked for, or as many as there are others.
    public let k: Int

    public init(learners: Int, k: Int) {
        self.learners = max(0, learners)
        self.k = max(0, min(k, learners - 1))
    }

    /// Pairs who must review each other; none iff there are at least 2k + 1 learners.
    public var forcedMutualPairs: Int {
        max(0, learners * k - learners * (learners - 1) / 2)
    }

    /// How many rounds can pass before somebody must review the same person again.
    public var roundsWithoutRepeat: Int {
        k == 0 ? 0 : (learners - 1) / k
    }
}
