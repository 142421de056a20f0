package import Chat
package import FoundationEssentials

/// What somebody is to be told of a round, as a reviewer or as an author, whatever happened since they were told last.
package struct ReviewerNews: Hashable, Codable, Sendable {
    /// Whether they are to be reminded of what they owe.
    package let isNudge: Bool
    /// Their reviews that went to others, and those that they got.
    package let gone: [ShortID]
    package let added: [ShortID]
    /// Whether the round began with those that they got.
    package let isStart: Bool?
    /// How many reviews of their own work came.
    package let arrived: Int?
    /// Whether the round is over; then nothing else counts any more.
    package let isOver: Bool?
    /// Whether it closes at another moment than they were told.
    package let isExtended: Bool?

    package init(
        isNudge: Bool = false, gone: [ShortID] = [], added: [ShortID] = [], isStart: Bool = false,
        arrived: Int = 0, isOver: Bool = false, isExtended: Bool = false
    ) {
        self.isNudge = isNudge
        self.gone = gone
        self.added = added
        self.isStart = isStart ? true : nil
        self.arrived = arrived > 0 ? arrived : nil
        self.isOver = isOver ? true : nil
        self.isExtended = isExtended ? true : nil
    }

    /// Whether it asks for a review, so that nobody may lose one before they have read it.
    package var asks: Bool { isNudge || !added.isEmpty }

    /// Both as one piece of news; a review that came and went meanwhile is none.
    package func followed(by next: ReviewerNews) -> ReviewerNews {
        if next.isOver == true { return next }
        return ReviewerNews(
            isNudge: isNudge || next.isNudge,
            gone: gone + next.gone.filter { !added.contains($0) && !gone.contains($0) },
            added: added.filter { !next.gone.contains($0) }
                + next.added.filter { !added.contains($0) },
            isStart: isStart == true || next.isStart == true,
            arrived: (arrived ?? 0) + (next.arrived ?? 0),
            isExtended: isExtended == true || next.isExtended == true)
    }
}

/// News that waits for the end of somebody's quiet hours.
package struct LaterNews: Hashable, Codable, Sendable {
    package internal(set) var person: PersonID
    package let until: Date
    package let news: ReviewerNews

    package init(person: PersonID, until: Date, news: ReviewerNews) {
        self.person = person
        self.until = until
        self.news = news
    }
}

extension [LaterNews] {
    /// The same with one person in place of another; what waits for both comes together.
    func naming(_ kept: PersonID, insteadOf gone: PersonID) -> [LaterNews] {
        var byPerson: [PersonID: LaterNews] = [:]
        for var later in self {
            if later.person == gone { later.person = kept }
            byPerson[later.person] =
                byPerson[later.person].map { earlier in
                    LaterNews(
                        person: later.person, until: Swift.max(earlier.until, later.until),
                        news: earlier.news.followed(by: later.news))
                } ?? later
        }
        return byPerson.values.sorted { $0.person < $1.person }
    }
}
