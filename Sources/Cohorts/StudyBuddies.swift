package import Chat
package import FoundationEssentials

/// Who looks for a study buddy in a cohort, who has found whom, and who has met before.
///
/// Everybody in it asked for it; nobody else is named to anybody.
package struct StudyBuddies: Hashable, Codable, Sendable {
    package let cohort: CohortID
    /// Who looks, in the order in which they came; whoever lost a buddy comes first.
    package internal(set) var seekers: [PersonID] = []
    /// Who studies together now, in the order of their ids.
    package internal(set) var groups: [BuddyGroup] = []
    /// The members of groups that ended.
    package internal(set) var met: [[PersonID]] = []
    /// Who did not go on with whom: they are not brought together again.
    package internal(set) var parted: [Parted] = []
    /// What waits for the end of people's quiet hours, one entry for each, in the order of their ids.
    package internal(set) var later: [LaterBuddyNews] = []

    package init(cohort: CohortID) { self.cohort = cohort }

    /// Somebody who passed on the others of a group.
    package struct Parted: Hashable, Codable, Sendable {
        package let group: ShortID
        package internal(set) var by: PersonID
        package internal(set) var others: [PersonID]
    }

    /// The group that somebody is in; several where two accounts became one person.
    package func groups(of person: PersonID) -> [BuddyGroup] {
        groups.filter { $0.members.contains(person) }
    }

    package func isLooking(_ person: PersonID) -> Bool { seekers.contains(person) }

    var isEmpty: Bool {
        seekers.isEmpty && groups.isEmpty && met.isEmpty && parted.isEmpty && later.isEmpty
    }
}

/// Two who study together, or three.
package struct BuddyGroup: Hashable, Codable, Sendable {
    package let id: ShortID
    /// In the order of their ids.
    package internal(set) var members: [PersonID]
    /// When it became what it is.
    package let since: Date
    /// Which pairing made it, by the id of its first group, and who said so; nil for two who found each other.
    package let pairing: ShortID?
    package internal(set) var by: PersonID?
    /// Who came to a pair that there was before.
    package internal(set) var third: PersonID?

    package init(
        id: ShortID, members: [PersonID], since: Date, pairing: ShortID? = nil,
        by: PersonID? = nil, third: PersonID? = nil
    ) {
        self.id = id
        self.members = members.sorted()
        self.since = since
        self.pairing = pairing
        self.by = by
        self.third = third
    }

    /// Everybody but one.
    package func others(than person: PersonID) -> [PersonID] { members.filter { $0 != person } }
}

/// News that waits for the end of somebody's quiet hours: what has changed is looked up then.
package struct LaterBuddyNews: Hashable, Codable, Sendable {
    package internal(set) var person: PersonID
    package let until: Date
    /// The group that they are to be told of; nil where they know how things stand.
    package internal(set) var group: ShortID?
    /// Who does not study with them any more.
    package internal(set) var left: PersonID?
    /// What buddies told them.
    package internal(set) var said: [Said]
    /// Whether a moderator brought others together, and nobody was there for them.
    package let isAlone: Bool?

    package struct Said: Hashable, Codable, Sendable {
        package internal(set) var by: PersonID
        package let words: String

        package init(by: PersonID, words: String) {
            self.by = by
            self.words = words
        }
    }

    package init(
        person: PersonID, until: Date, group: ShortID? = nil, left: PersonID? = nil,
        said: [Said] = [], isAlone: Bool = false
    ) {
        self.isAlone = isAlone ? true : nil
        self.person = person
        self.until = until
        self.group = group
        self.left = left
        self.said = said
    }
}
