import HashTreeCollections
package import Chat
package import FoundationEssentials

/// A reviewer read the work: from now on the review stays with them.
package struct ReviewOpened: Event {
    package static let kind = "review.opened"
    package let id: ShortID
    package let at: Date

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) {
        guard world.reviews[id]?.openedAt == nil else { return }
        world.reviews[id]?.openedAt = at
    }
}

/// Words of a review that is not sent yet; none takes them back.
package struct ReviewDrafted: Event {
    package static let kind = "review.drafted"
    package let id: ShortID
    package let draft: String?
    package let score: Int?
    package let points: [Int]?

    package init(id: ShortID, draft: String?, score: Int?, points: [Int]? = nil) {
        self.id = id
        self.draft = draft
        self.score = score
        self.points = points
    }

    package func apply(to world: inout World) {
        world.reviews[id]?.draft = draft
        world.reviews[id]?.draftScore = score
        world.reviews[id]?.draftPoints = points
    }
}

/// What an author says of a review that they received.
package struct ReviewJudged: Event {
    package static let kind = "review.judged"
    package let id: ShortID
    package let verdict: Review.Verdict
    /// For an appeal to the moderators.
    package let appeal: String?

    package init(id: ShortID, verdict: Review.Verdict, appeal: String?) {
        self.id = id
        self.verdict = verdict
        self.appeal = appeal
    }

    package func apply(to world: inout World) {
        world.reviews[id]?.verdict = verdict
        world.reviews[id]?.appeal = appeal
    }
}

/// Everybody who owed reviews of a round was reminded.
package struct RoundNudged: Event {
    package static let kind = "round.nudged"
    package let id: ShortID
    package let at: Date

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) { world.rounds[id]?.nudgedAt = at }
}

/// What is to be told to people of a round who were in their quiet hours; those not named have been told.
package struct ReviewersToldLater: Event {
    package static let kind = "round.told-later"
    package let id: ShortID
    package let later: [LaterNews]
    /// Everybody who heard late of what they owe; nil where that is as it was.
    package let spared: [Round.Spared]?

    package init(id: ShortID, later: [LaterNews], spared: [Round.Spared]? = nil) {
        self.id = id
        self.later = later
        self.spared = spared
    }

    package func apply(to world: inout World) {
        world.rounds[id]?.later = later.isEmpty ? nil : later
        if let spared { world.rounds[id]?.spared = spared.isEmpty ? nil : spared }
    }
}

/// Somebody takes one more review where one is needed.
package struct RoundVolunteered: Event {
    package static let kind = "round.volunteered"
    package let id: ShortID
    package let person: PersonID

    package init(id: ShortID, person: PersonID) {
        self.id = id
        self.person = person
    }

    package func apply(to world: inout World) {
        guard let round = world.rounds[id] else { return }
        world.rounds[id]?.volunteers = Set((round.volunteers ?? []) + [person]).sorted()
    }
}

/// Reviews of a running round went to others, or a late work joined; what was begun stays where it was.
package struct RoundReassigned: Event {
    package static let kind = "round.reassigned"
    package let id: ShortID
    package let withdrawn: [ShortID]
    package let added: [Review]
    /// Whether the reviews of the silent were handed on, which happens once by itself.
    package let isRelease: Bool
    package let at: Date
    /// The highest number among the new reviews' ids.
    package let number: Int

    package init(
        id: ShortID, withdrawn: [ShortID], added: [Review], isRelease: Bool, at: Date, number: Int
    ) {
        self.id = id
        self.withdrawn = withdrawn
        self.added = added
        self.isRelease = isRelease
        self.at = at
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        guard world.rounds[id] != nil else { return }
        if isRelease { world.rounds[id]?.releasedAt = at }
        for id in withdrawn { world.reviews[id] = nil }
        for review in added { world.reviews[review.id] = review }
    }
}

/// Somebody is to review somebody's work in a round that has not started.
package struct RoundPairChosen: Event {
    package static let kind = "round.pair-chosen"
    package let id: ShortID
    package let reviewer: PersonID
    package let author: PersonID

    package init(id: ShortID, reviewer: PersonID, author: PersonID) {
        self.id = id
        self.reviewer = reviewer
        self.author = author
    }

    package func apply(to world: inout World) {
        guard let round = world.rounds[id], round.state == .planned else { return }
        let chosen = Round.Chosen(reviewer: reviewer, author: author)
        world.rounds[id]?.pairs = (round.pairs ?? []).filter { $0 != chosen } + [chosen]
    }
}

/// A round closes at another moment; what falls due within it moves along.
package struct RoundExtended: Event {
    package static let kind = "round.extended"
    package let id: ShortID
    package let closesAt: Date
    package let at: Date

    package init(id: ShortID, closesAt: Date, at: Date) {
        self.id = id
        self.closesAt = closesAt
        self.at = at
    }

    package func apply(to world: inout World) {
        guard world.rounds[id]?.isRunning == true else { return }
        world.rounds[id]?.closesAt = closesAt
    }
}

/// A round is over.
package struct RoundClosed: Event {
    package static let kind = "round.closed"
    package let id: ShortID
    package let at: Date

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) {
        world.rounds[id]?.closedAt = at
        world.rounds[id]?.later = nil
        world.rounds[id]?.spared = nil
    }
}

/// Authors were told of the reviews that had come by then: all at once, so that the hour says nothing of who wrote.
package struct ReviewsTold: Event {
    package static let kind = "reviews.told"
    package let id: ShortID
    package let at: Date

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) { world.rounds[id]?.toldAt = at }
}

/// Two people do not review each other in a round.
package struct RoundPairParted: Event {
    package static let kind = "round.pair-parted"
    package let id: ShortID
    package let one: PersonID
    package let other: PersonID
    /// Why, where the first of them said it.
    package let reason: String?

    package init(id: ShortID, one: PersonID, other: PersonID, reason: String? = nil) {
        self.id = id
        self.one = one
        self.other = other
        self.reason = reason
    }

    package func apply(to world: inout World) {
        guard let round = world.rounds[id] else { return }
        var apart = round.apart ?? []
        if let reason {
            // The last word of whoever says it counts; what the other one said stays.
            apart.removeAll { $0.one == one && $0.other == other }
            apart.append(Round.Apart(one, other, reason: reason))
        } else if !round.keepsApart(one, other) {
            apart.append(Round.Apart(one, other))
        }
        world.rounds[id]?.apart = apart
    }
}

/// A reviewer asked the author something through the bot; the id is what the author answers to.
package struct ReviewAsked: Event {
    package static let kind = "review.asked"
    package let id: ShortID
    package let question: ShortID
    package let number: Int

    package init(id: ShortID, question: ShortID, number: Int) {
        self.id = id
        self.question = question
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        guard let review = world.reviews[id] else { return }
        world.reviews[id]?.asked = (review.asked ?? []) + [question]
    }
}
