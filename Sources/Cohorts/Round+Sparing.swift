package import Chat
package import FoundationEssentials

// When reviews that nobody has begun may go to others.
//
// At the release everybody who was told in time loses what they have not begun, and whoever waits for these reviews gets
// them from others then. Whoever was told late keeps theirs for a while longer: what waits for the end of their quiet
// hours is told first, and from then on they have as long as the others had, from the usual reminder to the release, or
// half of what is left of the round where that is less. So nobody loses a review that they have not been reminded of,
// and nobody waits longer than until halfway between the last reviewer's morning and the close: quiet hours that end
// after the close hold nothing back.

extension Round {
    /// Somebody who heard late of what they owe.
    package struct Spared: Hashable, Codable, Sendable {
        package internal(set) var person: PersonID
        package let until: Date

        package init(person: PersonID, until: Date) {
            self.person = person
            self.until = until
        }
    }

    /// Until when a release takes nothing from people who heard of their reviews late, or have not heard of them yet.
    package var sparedUntil: [PersonID: Date] {
        var until = (spared ?? []).byPerson
        for waiting in later ?? [] where waiting.news.asks {
            until[waiting.person] = timeToBegin(toldAt: waiting.until)
        }
        return until
    }

    /// Until when somebody has time to begin who is told of their reviews at a moment.
    package func timeToBegin(toldAt told: Date) -> Date {
        guard let nudge = moment(at: Self.nudge), let release = moment(at: Self.release),
            let closesAt
        else { return told }
        let usual = release.timeIntervalSince(nudge)
        let left = max(0, closesAt.timeIntervalSince(told) / 2)
        return told.addingTimeInterval(min(usual, left).rounded())
    }
}

extension [Round.Spared] {
    /// Until when each of them is spared.
    package var byPerson: [PersonID: Date] {
        Dictionary(map { ($0.person, $0.until) }, uniquingKeysWith: Swift.max)
    }

    /// The same with one person in place of another, for as long as either was spared.
    func naming(_ kept: PersonID, insteadOf gone: PersonID) -> [Round.Spared] {
        let until = Dictionary(
            map { ($0.person == gone ? kept : $0.person, $0.until) }, uniquingKeysWith: Swift.max)
        return until.sorted { $0.key < $1.key }.map {
            Round.Spared(person: $0.key, until: $0.value)
        }
    }
}
