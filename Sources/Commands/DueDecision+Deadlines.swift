import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

extension DueDecision {
    /// Everybody in a cohort who is reminded with the others.
    mutating func look(at deadline: Deadline) {
        guard !deadline.isCancelled, let cohort = world.cohorts[deadline.cohort] else { return }
        let passed = Set(
            world.usualLeads(of: deadline).filter {
                !deadline.remindedLeads.contains($0)
                    && deadline.dueAt.addingTimeInterval(-Double($0)) <= now
            })
        let isNear =
            deadline.dueAt > now && deadline.dueAt.addingTimeInterval(-LeadPlan.look) <= now
        if !passed.isEmpty || isNear, !hasEnded(cohort) {
            let authors = world.authors(for: deadline.id)
            var told: [DeadlineTold.Told] = []
            var unreached: Set<Platform> = []
            var clocks: [String: Zone] = [:]
            for id in cohort.members.keys.sorted() {
                guard let person = world.people[id], !world.isApart(id, from: deadline),
                    !world.isDone(id, with: deadline, authors: authors)
                else { continue }
                let name = world.zoneName(of: person, in: cohort)
                let zone = clocks[name] ?? zones.zone(named: name) ?? .utc
                clocks[name] = zone
                let plan = world.leadPlan(of: deadline, for: id, in: cohort, zone: zone)
                var nudges = world.standings[deadline.id]?[id]?.nudges ?? []
                let before = nudges
                let decided = carryOut(plan, deadline, person, cohort, &nudges, &unreached)
                let own = decided.leads.subtracting(passed)
                if !own.isEmpty || nudges != before {
                    told.append(.init(person: id, leads: own, nudges: nudges))
                }
            }
            if !told.isEmpty { happens(DeadlineTold(id: deadline.id, people: told)) }
            announce(deadline, due: deadline.dueAt, in: cohort, on: unreached)
        }
        if !passed.isEmpty { happens(DeadlineReminded(id: deadline.id, leads: passed)) }
        if deadline.dueAt <= now { repeatIfDue(deadline, in: cohort) }
    }

    /// One person: apart from the others, told again, or before their quiet hours.
    mutating func look(at deadline: Deadline, for id: PersonID) {
        guard !deadline.isCancelled, let cohort = world.cohorts[deadline.cohort],
            cohort.members[id] != nil, let person = world.people[id], !hasEnded(cohort),
            !world.isDone(id, with: deadline)
        else { return }
        let zone = zone(of: person, in: cohort)
        let plan = world.leadPlan(of: deadline, for: id, in: cohort, zone: zone)
        let before = world.standing(of: id, towards: deadline.id).nudges
        var nudges = before.filter { $0 > now }
        var unreached: Set<Platform> = []
        let decided = carryOut(plan, deadline, person, cohort, &nudges, &unreached)
        if let nudge = before.filter({ $0 <= now }).max(), !decided.isTold {
            if plan.due <= now {
                tell(person, deadline, plan.due, nominal: nudge, cohort, &unreached, isOver: true)
            } else if let window = plan.quiet.window(around: now, in: zone), window.end < plan.due {
                nudges = (nudges + [window.end]).sortedUniquely
            } else {
                tell(person, deadline, plan.due, nominal: nudge, cohort, &unreached)
            }
        }
        guard !decided.leads.isEmpty || nudges != before else { return }
        happens(
            DeadlineTold(
                id: deadline.id, people: [.init(person: id, leads: decided.leads, nudges: nudges)]))
        announce(deadline, due: plan.due, in: cohort, on: unreached)
    }

    /// - Returns: the leads that are decided by it, and whether the person was told.
    private mutating func carryOut(
        _ plan: LeadPlan, _ deadline: Deadline, _ person: Person, _ cohort: Cohort,
        _ nudges: inout [Date], _ unreached: inout Set<Platform>
    ) -> (leads: Set<Int>, isTold: Bool) {
        var plan = plan
        var decided: Set<Int> = []
        var isTold = false
        // After what has passed comes what has to be said before quiet hours.
        while true {
            let leads: Set<Int>
            switch plan.step(at: now) {
            case .nothing: return (decided, isTold)
            case .tell(let told, let nominal):
                leads = told
                if !isTold {
                    tell(person, deadline, plan.due, nominal: nominal, cohort, &unreached)
                }
                isTold = true
            case .postpone(let postponed, let until):
                leads = postponed
                nudges = (nudges + [until]).sortedUniquely
            case .missed(let missed, let nominal):
                leads = missed
                // One word about it is enough.
                nudges = []
                tell(
                    person, deadline, plan.due, nominal: nominal, cohort, &unreached, isOver: true)
                isTold = true
            }
            decided.formUnion(leads)
            plan.decided.formUnion(leads)
        }
    }

    private mutating func tell(
        _ person: Person, _ deadline: Deadline, _ due: Date, nominal: Date, _ cohort: Cohort,
        _ unreached: inout Set<Platform>, isOver: Bool = false
    ) {
        if world.canReach(person) {
            let late = now.timeIntervalSince(nominal)
            note(
                DueNotice(
                    isOver ? .over(deadline, due: due) : .deadline(deadline, due: due),
                    for: person.id, nominal: nominal,
                    late: late > Self.lateAfter ? Int(late) : nil))
            return
        }
        guard !isOver else { return }
        if person.reminding?.mayMention == true,
            let room = world.sharedRoom(of: cohort.id, with: person),
            let account = person.accounts.first(where: { $0.platform == room.platform.service })
        {
            var values = DueMessages.values(of: deadline, due: due)
            values["person"] = .mention(account, name: person.name)
            roomMessages.append(
                Outgoing(
                    to: .room(room), reader: person.id,
                    Phrase("deadlines.reminder-mention", values), urgency: .reminder))
        } else if person.privateRoom == nil {
            unreached.formUnion(person.accounts.map(\.platform))
        }
    }

    /// One word in the rooms for all those who have no private chat with the bot. It names nobody: who has handed in
    /// is nobody else's business.
    private mutating func announce(
        _ deadline: Deadline, due: Date, in cohort: Cohort, on platforms: Set<Platform>
    ) {
        guard due > now else { return }
        for room in world.openRooms(of: cohort.id) where platforms.contains(room.platform.service) {
            var values = DueMessages.values(of: deadline, due: due)
            values["start"] = .code("/start")
            roomMessages.append(
                Outgoing(
                    to: .room(room), Phrase("deadlines.reminder-room", values), urgency: .broadcast)
            )
        }
    }

    private mutating func repeatIfDue(_ deadline: Deadline, in cohort: Cohort) {
        guard let repetition = deadline.repeats else { return }
        let zone = zones.zone(named: cohort.zone) ?? .utc
        let after = max(now, repetition.nominal ?? deadline.dueAt)
        guard !hasEnded(cohort), let due = repetition.series(in: zone, zones)?.next(after: after)
        else {
            happens(DeadlineRepeated(id: deadline.id, next: nil, number: 0))
            return
        }
        let number = world.nextNumber
        var next = Deadline(
            id: ShortID(.deadline, number), cohort: deadline.cohort, title: deadline.title,
            kind: deadline.kind, dueAt: due, addedBy: deadline.addedBy, addedAt: now)
        next.leads = deadline.leads
        next.link = deadline.link
        next.repeats = repetition
        next.repeats?.nominal = due
        next.remindedLeads = Set(
            (next.leads ?? cohort.leads).filter { due.addingTimeInterval(-Double($0)) <= now })
        happens(DeadlineRepeated(id: deadline.id, next: next, number: number))
    }

    /// Whether the last day of a cohort is over, in its own zone: nobody is reminded any more.
    func hasEnded(_ cohort: Cohort) -> Bool {
        cohort.hasEnded(at: now, in: zones.zone(named: cohort.zone) ?? .utc)
    }
}

extension [Date] {
    var sortedUniquely: [Date] { Set(self).sorted() }
}

extension Cohort {
    /// Whether its last day is over on the clocks of its zone.
    func hasEnded(at now: Date, in zone: Zone) -> Bool {
        guard let ends = settings.ends, !ends.isEmpty else { return false }
        let today = zone.local(now).description.prefix(10)
        return today > ends
    }
}
