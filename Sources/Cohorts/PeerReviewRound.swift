package import Chat
package import FoundationEssentials

/// A work that a learner handed in for an assignment.
package struct Work: Hashable, Codable, Sendable {
    package let id: ShortID
    package let cohort: CohortID
    /// The deadline that it was handed in for.
    package let assignment: ShortID
    package let author: PersonID
    /// A link or the text itself, or words that go with the file; only its reviewers and its author see it.
    package var content: String
    /// The work itself where it was handed in as a file.
    package var file: KeptFile?
    package var version: Int
    package var handedInAt: Date
}

/// One round of peer review of one assignment.
package struct Round: Hashable, Codable, Sendable {
    package let id: ShortID
    package let cohort: CohortID
    package let assignment: ShortID
    package var reviewsPerWork: Int
    /// The same seed and works give the same pairs.
    package var seed: UInt64
    package var closesAt: Date?
    package var state: State
    package let plannedBy: PersonID

    package enum State: String, Codable, Sendable {
        case planned, started
    }

    package init(
        id: ShortID, cohort: CohortID, assignment: ShortID, reviewsPerWork: Int, seed: UInt64,
        closesAt: Date?, state: State, plannedBy: PersonID
    ) {
        self.id = id
        self.cohort = cohort
        self.assignment = assignment
        self.reviewsPerWork = reviewsPerWork
        self.seed = seed
        self.closesAt = closesAt
        self.state = state
        self.plannedBy = plannedBy
    }
}

/// One review: who reviews which work, and what they wrote.
package struct Review: Hashable, Codable, Sendable {
    package let id: ShortID
    package let round: ShortID
    package let work: ShortID
    package let reviewer: PersonID
    package var comment: String?
    /// 0 to 100.
    package var score: Int?
    package var sentAt: Date?

    package var isSent: Bool { sentAt != nil }

    package init(id: ShortID, round: ShortID, work: ShortID, reviewer: PersonID) {
        self.id = id
        self.round = round
        self.work = work
        self.reviewer = reviewer
    }
}
