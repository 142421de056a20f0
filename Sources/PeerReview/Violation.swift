/// A rule that an allocation breaks.
public enum Violation: Hashable, Sendable {
    case unknown(Assignment)
    case duplicate(Assignment)
    case ownWork(Assignment)
    case inactive(Assignment)
    case sameGroup(Assignment)
    case conflict(Assignment)
    case language(Assignment)
    /// More reviews than asked for, or fewer without saying so.
    case reviews(submission: String, got: Int, missingSaid: Int, k: Int)
    case overloaded(reviewer: String, load: Int, limit: Int)
    /// More reviews than an equal share, or fewer where one could have been had from somebody with more.
    case unequalLoad(reviewer: String, load: Int)
    /// A finished review that is no longer there.
    case lost(KeptReview)
}
