package import Chat
package import FoundationEssentials

/// A work that a learner handed in for an assignment.
package struct Work: Hashable, Codable, Sendable {
    package let id: ShortID
    package let cohort: CohortID
    /// The deadline that it was handed in for.
    package let assignment: ShortID
    package internal(set) var author: PersonID
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
    package internal(set) var plannedBy: PersonID
    package var startedAt: Date?
    /// Set once it is over: no review is given any more, and everybody sees their score.
    package var closedAt: Date?
    /// Where it was started: the way to whoever planned it.
    package var room: RoomAddress?
    /// When those who owe reviews were last reminded.
    package var nudgedAt: Date?
    /// When the reviews of those who were silent were handed on.
    package var releasedAt: Date?
    /// Until when authors were told of the reviews that came.
    package var toldAt: Date?
    /// Pairs who must not review each other in this round.
    package var apart: [Apart]?
    /// Who is to review whose work, as an instructor said before the start.
    package var pairs: [Chosen]?
    /// Who said that they would take one more review, in the order of their ids.
    package var volunteers: [PersonID]?
    /// What waits for the end of reviewers' quiet hours, one entry for each, in the order of their ids.
    package var later: [LaterNews]?
    /// Who heard late of what they owe, and until when it stays with them; in the order of their ids.
    package var spared: [Spared]?

    package enum State: String, Codable, Sendable {
        case planned, started
    }

    /// Two who know each other, or who must not judge each other for another reason.
    package struct Apart: Hashable, Codable, Sendable {
        package let one: PersonID
        package let other: PersonID
        /// Why the first of them asked for it; only moderators read it.
        package let reason: String?

        package init(_ one: PersonID, _ other: PersonID, reason: String? = nil) {
            self.one = one
            self.other = other
            self.reason = reason
        }
    }

    /// A reviewer and an author whom an instructor brought together.
    package struct Chosen: Hashable, Codable, Sendable {
        package internal(set) var reviewer: PersonID
        package internal(set) var author: PersonID

        package init(reviewer: PersonID, author: PersonID) {
            self.reviewer = reviewer
            self.author = author
        }
    }

    package func keepsApart(_ one: PersonID, _ other: PersonID) -> Bool {
        apart?.contains { ($0.one, $0.other) == (one, other) || ($0.one, $0.other) == (other, one) }
            ?? false
    }

    /// Whether reviews are being given.
    package var isRunning: Bool { state == .started && closedAt == nil }

    /// The usual length of a round.
    package static let window: TimeInterval = 4 * 86_400

    /// A moment of its window, 0 at the start and 1 at the close; nil for a round that an earlier program started.
    package func moment(at share: Double) -> Date? {
        guard let startedAt, let closesAt else { return nil }
        let seconds = (closesAt.timeIntervalSince(startedAt) * share).rounded()
        return startedAt.addingTimeInterval(seconds)
    }

    /// The share of the window after which those who owe reviews are reminded, and after which the reviews of those
    /// who have not begun go to others.
    package static let nudge = 0.5
    /// So often authors are told of new reviews.
    package static let telling: TimeInterval = 3 * 3_600
    package static let release = 0.6

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
    package internal(set) var reviewer: PersonID
    package var comment: String?
    /// 0 to 100.
    package var score: Int?
    /// What the score was made of: points for each question of the rubric.
    package var points: [Int]?
    package var sentAt: Date?
    /// When the reviewer first read the work.
    package var openedAt: Date?
    /// Words that are kept until they are sent.
    package var draft: String?
    package var draftScore: Int?
    package var draftPoints: [Int]?
    /// Questions to the author that went through the bot.
    package var asked: [ShortID]?
    /// What the author says of the review.
    package var verdict: Verdict?
    /// Why the author finds it unfair; moderators read it.
    package var appeal: String?

    package enum Verdict: String, Codable, Sendable {
        case helpful, unfair
    }

    package var isSent: Bool { sentAt != nil }
    /// Whether somebody spent time on it, so that it stays with them.
    package var isBegun: Bool { isSent || openedAt != nil || draft != nil }

    package init(id: ShortID, round: ShortID, work: ShortID, reviewer: PersonID) {
        self.id = id
        self.round = round
        self.work = work
        self.reviewer = reviewer
    }
}
