package import Chat
package import FoundationEssentials
import HashTreeCollections

/// How one learner stands towards one deadline, where that differs from everybody's.
package struct Standing: Hashable, Codable, Sendable {
    /// When they said that they are done.
    package var doneAt: Date?
    /// Their own later date, and when they were given it.
    package var extendedTo: Date?
    package var extendedAt: Date?
    /// Leads decided for them alone: by their own lead times, or told before their quiet hours.
    package var leads: Set<Int> = []
    /// When they are to be told apart from all leads: snoozed, or postponed by quiet hours.
    package var nudges: [Date] = []
    /// The least number that the next version of their own date may have.
    private var revision: Int?

    package init() {}

    package var isUsual: Bool { self == Standing() }
}

extension Standing {
    /// What their own date adds to the version of a deadline in a calendar file; like that one it never falls.
    package func version(of deadline: Deadline) -> Int {
        max(revision ?? 0, extendedAt.map(deadline.age) ?? 0)
    }

    /// Sets or takes away their own date; a moment is known where somebody did it.
    mutating func extend(_ deadline: Deadline, until: Date?, at moment: Date?) {
        revision = max(version(of: deadline) + 1, moment.map(deadline.age) ?? 0)
        extendedTo = until
        extendedAt = until.flatMap { _ in moment }
    }

    /// Makes the standings of two accounts of one person one.
    mutating func take(_ other: Standing) {
        doneAt = doneAt ?? other.doneAt
        if let until = other.extendedTo, until > extendedTo ?? .distantPast {
            (extendedTo, extendedAt) = (until, other.extendedAt)
        }
        leads.formUnion(other.leads)
        nudges = Set(nudges + other.nudges).sorted()
        if let theirs = other.revision { revision = max(revision ?? 0, theirs) }
    }
}

extension World {
    package func standing(of person: PersonID, towards deadline: ShortID) -> Standing {
        standings[deadline]?[person] ?? Standing()
    }

    /// Changes a standing; one that is like everybody's takes no room.
    mutating func stand(
        _ person: PersonID, towards deadline: ShortID, _ change: (inout Standing) -> Void
    ) {
        var standing = standing(of: person, towards: deadline)
        change(&standing)
        if standing.isUsual {
            standings[deadline]?[person] = nil
            if standings[deadline]?.isEmpty == true { standings[deadline] = nil }
        } else {
            standings[deadline, default: [:]][person] = standing
        }
    }

    /// By when something is due for somebody: an extension counts.
    package func due(_ deadline: Deadline, for person: PersonID) -> Date {
        standings[deadline.id]?[person]?.extendedTo ?? deadline.dueAt
    }
}
