package import Chat
package import Dates
package import FoundationEssentials
import HashTreeCollections

// Who is to be told of what, and by which rules. None of this changes anything.

extension World {
    /// The lead times of a deadline for everybody who has none of their own.
    package func usualLeads(of deadline: Deadline) -> [Int] {
        deadline.leads ?? cohorts[deadline.cohort]?.leads ?? CohortSettings.defaultLeads
    }

    /// Whether somebody is reminded of a deadline apart from the others: by their own lead times or to their own date.
    package func isApart(_ person: PersonID, from deadline: Deadline) -> Bool {
        people[person]?.reminding?.leads != nil
            || standings[deadline.id]?[person]?.extendedTo != nil
    }

    /// Whether somebody has marked it done or handed something in; `authors` spares a walk through all works.
    package func isDone(
        _ person: PersonID, with deadline: Deadline, authors: Set<PersonID>? = nil
    ) -> Bool {
        if standings[deadline.id]?[person]?.doneAt != nil { return true }
        return authors?.contains(person) ?? (work(of: person, for: deadline.id) != nil)
    }

    /// Everybody who has handed something in for it.
    package func authors(for deadline: ShortID) -> Set<PersonID> {
        Set(works.values.lazy.filter { $0.assignment == deadline }.map(\.author))
    }

    /// When somebody is to be told of a deadline.
    package func leadPlan(
        of deadline: Deadline, for person: PersonID, in cohort: Cohort, zone: Zone
    ) -> LeadPlan {
        let standing = standings[deadline.id]?[person]
        let own = people[person]?.reminding
        let isApart = own?.leads != nil || standing?.extendedTo != nil
        var leads = own?.leads ?? deadline.leads ?? cohort.leads
        if (own?.digest?.every ?? .off) != .off {
            leads = leads.filter { $0 <= Digest.longestSingleLead }
        }
        var decided = standing?.leads ?? []
        var since = max(deadline.setAt, own?.since ?? .distantPast)
        if isApart {
            since = max(since, standing?.extendedAt ?? .distantPast)
        } else {
            decided.formUnion(deadline.remindedLeads)
            since = deadline.setAt
        }
        return LeadPlan(
            due: standing?.extendedTo ?? deadline.dueAt, leads: leads, decided: decided,
            since: since, quiet: quietHours(of: people[person], in: cohort), zone: zone)
    }

    /// The name of the zone that a person's clocks show: their own, or the one of the cohort they are in.
    package func zoneName(of person: Person, in cohort: Cohort? = nil) -> String {
        person.zone ?? cohort?.zone ?? usualCohort(of: person)?.zone ?? "UTC"
    }

    /// When somebody wants to be told nothing: their own quiet hours, or those of the cohort they are in.
    package func quietHours(of person: Person?, in cohort: Cohort? = nil) -> QuietHours {
        person?.reminding?.quiet
            ?? (cohort ?? person.flatMap(usualCohort))?.settings.quiet ?? .off
    }

    /// When the quiet hours end that somebody is in now; nil where they are in none.
    package func quietEnd(
        of person: Person, in cohort: Cohort? = nil, at now: Date, zones: ZoneDatabase
    ) -> Date? {
        let quiet = quietHours(of: person, in: cohort)
        guard !quiet.isOff else { return nil }
        let zone = zones.zone(named: zoneName(of: person, in: cohort)) ?? .utc
        return quiet.window(around: now, in: zone)?.end
    }

    /// The cohort that a person means when nothing says another one.
    package func usualCohort(of person: Person) -> Cohort? {
        person.currentCohort.flatMap { cohorts[$0] }
            ?? cohorts.values.filter { $0.members[person.id] != nil }.min { $0.id < $1.id }
    }

    /// Whether a private message can reach somebody, as far as is known.
    package func canReach(_ person: Person) -> Bool {
        person.privateRoom.map { !closedRooms.contains($0.wholeChat) } ?? false
    }

    /// A room of a cohort in which somebody can be called by name.
    package func sharedRoom(of cohort: CohortID, with person: Person) -> RoomAddress? {
        openRooms(of: cohort).first { room in
            person.accounts.contains { $0.platform == room.platform.service }
        }
    }

    /// The room in which somebody agreed to be called by name while no private message reaches them.
    package func fallbackRoom(of person: Person) -> RoomAddress? {
        guard person.reminding?.mayMention == true, let cohort = usualCohort(of: person) else {
            return nil
        }
        return sharedRoom(of: cohort.id, with: person)
    }

    /// The rooms of a cohort that take messages.
    package func openRooms(of cohort: CohortID) -> [RoomAddress] {
        rooms(of: cohort).filter { !closedRooms.contains($0.wholeChat) }
    }
}

extension Digest {
    /// The first moment of a digest after another, on the clocks of a zone.
    package func next(after date: Date, in zone: Zone) -> Date? {
        guard every != .off else { return nil }
        var day = zone.local(date).startOfDay
        for _ in 0...15 {
            let moment = zone.instants(of: day.adding(seconds: minute * 60)).date
            if moment > date, every == .daily || day.weekday == .monday { return moment }
            day = day.adding(days: 1)
        }
        return nil
    }
}
