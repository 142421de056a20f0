package import Chat
package import FoundationEssentials
import HashTreeCollections

package enum CohortEvents {
    static let all: [any Event.Type] =
        [
            CohortFounded.self, CohortSettingsChanged.self, CohortFileRead.self, MemberJoined.self,
            MemberLeft.self, RoleGiven.self,
        ] + RoomEvents.all
}

/// A cohort came to be, in chat or from a file.
package struct CohortFounded: Event {
    package static let kind = "cohort.founded"
    package let id: CohortID
    package let name: String
    package let at: Date

    package init(id: CohortID, name: String, at: Date) {
        self.id = id
        self.name = name
        self.at = at
    }

    package func apply(to world: inout World) {
        guard world.cohorts[id] == nil else { return }
        var cohort = Cohort(id: id, foundedAt: at)
        cohort.settings.name = name
        world.cohorts[id] = cohort
    }
}

/// Some settings have a new value; the ones that are nil here stay as they are.
package struct CohortSettingsChanged: Event {
    package static let kind = "cohort.settings"
    package let id: CohortID
    package let settings: CohortSettings

    package init(id: CohortID, settings: CohortSettings) {
        self.id = id
        self.settings = settings
    }

    package func apply(to world: inout World) {
        guard var cohort = world.cohorts[id] else { return }
        cohort.settings = settings.over(cohort.settings)
        world.cohorts[id] = cohort
    }
}

extension CohortSettings {
    /// These values, and where one is nil the older one.
    fileprivate func over(_ older: CohortSettings) -> CohortSettings {
        var new = self
        new.name = name ?? older.name
        new.course = course ?? older.course
        new.lms = lms ?? older.lms
        new.zone = zone ?? older.zone
        new.language = language ?? older.language
        new.leads = leads ?? older.leads
        new.reviewsPerWork = reviewsPerWork ?? older.reviewsPerWork
        new.quiet = quiet ?? older.quiet
        new.digest = digest ?? older.digest
        new.hints = hints ?? older.hints
        new.starts = starts ?? older.starts
        new.ends = ends ?? older.ends
        return new
    }
}

/// The cohort's file was read: what it said is remembered, so that the next reading knows what changed.
package struct CohortFileRead: Event {
    package static let kind = "cohort.file"
    package let id: CohortID
    package let values: [String: String]
    package let roles: [Account: Role]

    package init(id: CohortID, values: [String: String], roles: [Account: Role]) {
        self.id = id
        self.values = values
        self.roles = roles
    }

    package func apply(to world: inout World) {
        world.cohorts[id]?.fileValues = values
        world.cohorts[id]?.fileRoles = roles
    }
}

package struct MemberJoined: Event {
    package static let kind = "member.joined"
    package let cohort: CohortID
    package let person: PersonID
    package let at: Date

    package init(cohort: CohortID, person: PersonID, at: Date) {
        self.cohort = cohort
        self.person = person
        self.at = at
    }

    package func apply(to world: inout World) {
        guard world.cohorts[cohort]?.members[person] == nil else { return }
        world.cohorts[cohort]?.members[person] = Membership(joinedAt: at)
    }
}

package struct MemberLeft: Event {
    package static let kind = "member.left"
    package let cohort: CohortID
    package let person: PersonID

    package init(cohort: CohortID, person: PersonID) {
        self.cohort = cohort
        self.person = person
    }

    package func apply(to world: inout World) {
        world.cohorts[cohort]?.members[person] = nil
        if world.buddies[cohort] != nil { world.change(cohort) { $0.leave(person) } }
        if world.people[person]?.currentCohort == cohort {
            world.people[person]?.currentCohort = nil
        }
    }
}

/// A role was given in chat; `learner` takes back what was given.
package struct RoleGiven: Event {
    package static let kind = "role.given"
    package let cohort: CohortID
    package let person: PersonID
    package let role: Role

    package init(cohort: CohortID, person: PersonID, role: Role) {
        self.cohort = cohort
        self.person = person
        self.role = role
    }

    package func apply(to world: inout World) {
        world.cohorts[cohort]?.givenRoles[person] = role == .learner ? nil : role
    }
}
