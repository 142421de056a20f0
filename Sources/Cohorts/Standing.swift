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

    package init() {}

    package var isUsual: Bool { self == Standing() }
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
