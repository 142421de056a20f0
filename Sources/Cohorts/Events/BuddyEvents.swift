import HashTreeCollections
package import Chat
package import FoundationEssentials

package enum BuddyEvents {
    static let all: [any Event.Type] = [
        BuddySought.self, BuddyPaused.self, BuddiesBrought.self, BuddyPassed.self,
        BuddiesTakenBack.self, BuddiesToldLater.self,
    ]
}

/// Somebody looks for a study buddy in a cohort.
package struct BuddySought: Event {
    package static let kind = "buddy.sought"
    package let cohort: CohortID
    package let person: PersonID
    package let at: Date

    package init(cohort: CohortID, person: PersonID, at: Date) {
        self.cohort = cohort
        self.person = person
        self.at = at
    }

    package func apply(to world: inout World) {
        guard world.cohorts[cohort] != nil else { return }
        world.change(cohort) { buddies in
            guard !buddies.isLooking(person), buddies.groups(of: person).isEmpty else { return }
            buddies.seekers.append(person)
        }
    }
}

/// Somebody does not look any more.
package struct BuddyPaused: Event {
    package static let kind = "buddy.paused"
    package let cohort: CohortID
    package let person: PersonID

    package init(cohort: CohortID, person: PersonID) {
        self.cohort = cohort
        self.person = person
    }

    package func apply(to world: inout World) {
        world.change(cohort) { $0.seekers.removeAll { $0 == person } }
    }
}

/// People go together as study buddies; a group of an id that there is already is that one as it is from now on.
package struct BuddiesBrought: Event {
    package static let kind = "buddies.brought"
    package let cohort: CohortID
    package let groups: [BuddyGroup]
    /// The highest number among the new groups' ids.
    package let number: Int

    package init(cohort: CohortID, groups: [BuddyGroup], number: Int) {
        self.cohort = cohort
        self.groups = groups
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        guard world.cohorts[cohort] != nil else { return }
        world.change(cohort) { $0.bring(groups) }
    }
}

/// Somebody does not go on with their study buddies; the other one of a pair looks again.
package struct BuddyPassed: Event {
    package static let kind = "buddy.passed"
    package let cohort: CohortID
    package let id: ShortID
    package let person: PersonID

    package init(cohort: CohortID, id: ShortID, person: PersonID) {
        self.cohort = cohort
        self.id = id
        self.person = person
    }

    package func apply(to world: inout World) {
        world.change(cohort) { buddies in
            guard let group = buddies.groups(of: person).first(where: { $0.id == id }) else {
                return
            }
            buddies.leave(group, person)
            buddies.later.removeAll { $0.person == person }
            buddies.parted.append(
                StudyBuddies.Parted(group: id, by: person, others: group.others(than: person)))
        }
    }
}

/// A pairing was taken back by whoever made it; who was brought together looks again.
package struct BuddiesTakenBack: Event {
    package static let kind = "buddies.taken-back"
    package let cohort: CohortID
    package let pairing: ShortID

    package init(cohort: CohortID, pairing: ShortID) {
        self.cohort = cohort
        self.pairing = pairing
    }

    package func apply(to world: inout World) {
        world.change(cohort) { $0.undo(pairing) }
    }
}

/// What is to be told to study buddies who were in their quiet hours; those not named have been told.
package struct BuddiesToldLater: Event {
    package static let kind = "buddies.told-later"
    package let cohort: CohortID
    package let later: [LaterBuddyNews]

    package init(cohort: CohortID, later: [LaterBuddyNews]) {
        self.cohort = cohort
        self.later = later
    }

    package func apply(to world: inout World) {
        guard world.cohorts[cohort] != nil else { return }
        world.change(cohort) { $0.later = later }
    }
}
