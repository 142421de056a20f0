import HashTreeCollections
package import Chat
package import FoundationEssentials

package enum ReviewEvents {
    static let all: [any Event.Type] = [
        WorkHandedIn.self, WorkFileHandedIn.self, RoundPlanned.self, RoundStarted.self,
        ReviewSent.self, ReviewOpened.self, ReviewDrafted.self, ReviewJudged.self,
        RoundNudged.self, RoundVolunteered.self, RoundReassigned.self, RoundClosed.self,
        ReviewsTold.self, RoundPairParted.self, ReviewAsked.self,
        ReviewersToldLater.self, RoundExtended.self, RoundPairChosen.self,
    ]
}

/// A work was handed in, or replaced by a new version under the same id.
package struct WorkHandedIn: Event {
    package static let kind = "work.handed-in"
    package let id: ShortID
    package let cohort: CohortID
    package let assignment: ShortID
    package let author: PersonID
    package let content: String
    package let at: Date
    package let number: Int

    package init(
        id: ShortID, cohort: CohortID, assignment: ShortID, author: PersonID, content: String,
        at: Date, number: Int
    ) {
        self.id = id
        self.cohort = cohort
        self.assignment = assignment
        self.author = author
        self.content = content
        self.at = at
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        let version = (world.works[id]?.version ?? 0) + 1
        world.works[id] = Work(
            id: id, cohort: cohort, assignment: assignment, author: author, content: content,
            version: version, handedInAt: at)
    }
}

/// A work was handed in as a file, or replaced by one under the same id.
package struct WorkFileHandedIn: Event {
    package static let kind = "work.file-handed-in"
    package let id: ShortID
    package let cohort: CohortID
    package let assignment: ShortID
    package let author: PersonID
    package let file: KeptFile
    /// Words that go with it; empty for none.
    package let content: String
    package let at: Date
    package let number: Int

    package init(
        id: ShortID, cohort: CohortID, assignment: ShortID, author: PersonID, file: KeptFile,
        content: String, at: Date, number: Int
    ) {
        self.id = id
        self.cohort = cohort
        self.assignment = assignment
        self.author = author
        self.file = file
        self.content = content
        self.at = at
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        let version = (world.works[id]?.version ?? 0) + 1
        world.works[id] = Work(
            id: id, cohort: cohort, assignment: assignment, author: author, content: content,
            file: file, version: version, handedInAt: at)
    }
}

package struct RoundPlanned: Event {
    package static let kind = "round.planned"
    package let round: Round
    package let number: Int

    package init(round: Round, number: Int) {
        self.round = round
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        world.rounds[round.id] = round
    }
}

/// The round runs: seed, input digest and the whole result in one commit, so that it can be checked and never
/// happens by halves.
package struct RoundStarted: Event {
    package static let kind = "round.started"
    package let id: ShortID
    package let seed: UInt64
    package let reviews: [Review]
    /// The highest number among the reviews' ids.
    package let number: Int
    /// When, until when and where from; an earlier program did not say it.
    package let at: Date?
    package let closesAt: Date?
    package let room: RoomAddress?

    package init(
        id: ShortID, seed: UInt64, reviews: [Review], number: Int, at: Date? = nil,
        closesAt: Date? = nil, room: RoomAddress? = nil
    ) {
        self.id = id
        self.seed = seed
        self.reviews = reviews
        self.number = number
        self.at = at
        self.closesAt = closesAt
        self.room = room
    }

    package func apply(to world: inout World) {
        world.took(number)
        guard var round = world.rounds[id] else { return }
        round.state = .started
        round.seed = seed
        round.startedAt = at
        round.closesAt = closesAt ?? round.closesAt
        round.room = room
        world.rounds[id] = round
        for review in reviews { world.reviews[review.id] = review }
    }
}

package struct ReviewSent: Event {
    package static let kind = "review.sent"
    package let id: ShortID
    package let comment: String
    package let score: Int?
    /// Of which the score was made, where it was.
    package let points: [Int]?
    package let at: Date

    package init(id: ShortID, comment: String, score: Int?, points: [Int]? = nil, at: Date) {
        self.id = id
        self.comment = comment
        self.score = score
        self.points = points
        self.at = at
    }

    package func apply(to world: inout World) {
        guard var review = world.reviews[id] else { return }
        review.comment = comment
        review.score = score
        review.points = points
        review.sentAt = review.sentAt ?? at
        (review.draft, review.draftScore, review.draftPoints) = (nil, nil, nil)
        world.reviews[id] = review
    }
}
