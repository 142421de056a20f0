extension Allocation {
    /// What an allocation does to reviews that were given out before.
    public struct Changes: Hashable, Sendable {
        /// Reviews that stay with who has them.
        public var stayed: [Assignment]
        /// Reviews that are taken back; none of them was finished.
        public var withdrawn: [Assignment]
        /// Reviews that somebody newly gets.
        public var added: [Assignment]
    }

    /// Who is to be told what, when this allocation follows on the reviews given out.
    public func changes(since kept: [KeptReview]) -> Changes {
        let before = kept.map { Assignment(reviewer: $0.reviewer, submission: $0.submission) }
        let (had, has) = (Set(before), Set(assignments))
        return Changes(
            stayed: assignments.filter(had.contains),
            withdrawn: before.filter { !has.contains($0) },
            added: assignments.filter { !had.contains($0) })
    }
}
