package import Chat
import FoundationEssentials
import HashTreeCollections

/// Makes two people one: what was the second's is the first's from now on, on every platform.
struct Linking {
    private let kept: PersonID
    private let gone: Person

    init(_ kept: PersonID, _ gone: Person) {
        self.kept = kept
        self.gone = gone
    }

    func apply(to world: inout World) {
        guard kept != gone.id, var person = world.people[kept] else { return }
        world.people[gone.id] = nil
        for account in gone.accounts { world.accounts[account] = kept }
        person.take(gone)
        world.people[kept] = person
        cohorts(&world)
        reminding(&world)
        reviews(&world)
        conversations(&world)
        messages(&world)
    }

    private func cohorts(_ world: inout World) {
        for id in world.cohorts.keys {
            guard var cohort = world.cohorts[id] else { continue }
            let role = cohort.givenRoles.removeValue(forKey: gone.id)
            if let role { cohort.givenRoles[kept] = max(role, cohort.givenRoles[kept] ?? role) }
            let other = cohort.members.removeValue(forKey: gone.id)
            if let other {
                let joinedAt = min(
                    other.joinedAt, cohort.members[kept]?.joinedAt ?? other.joinedAt)
                cohort.members[kept, default: other].joinedAt = joinedAt
            }
            let hints = cohort.heldHints?.keys.contains(where: isTheirs)
            let attested = cohort.imports?.values.contains { $0.by == gone.id }
            guard role != nil || other != nil || hints == true || attested == true else { continue }
            cohort.heldHints = cohort.heldHints.map(renamed)
            cohort.imports = cohort.imports?.mapValues {
                $0.by == gone.id ? ForumAttestation(by: kept, at: $0.at) : $0
            }
            world.cohorts[id] = cohort
        }
        for cohort in Array(world.buddies.keys) {
            world.change(cohort) { $0 = $0.naming(kept, insteadOf: gone.id) }
        }
        for deadline in world.deadlines.values where deadline.addedBy == gone.id {
            world.deadlines[deadline.id]?.addedBy = kept
        }
    }

    /// Hints are held back for a person and a topic.
    private func renamed(_ hints: [String: Date]) -> [String: Date] {
        Dictionary(
            hints.map { key, until in
                guard isTheirs(key) else { return (key, until) }
                return (kept.rawValue + key.dropFirst(gone.id.rawValue.count), until)
            }, uniquingKeysWith: max)
    }

    private func isTheirs(_ key: String) -> Bool {
        key == gone.id.rawValue || key.hasPrefix(gone.id.rawValue + " ")
    }

    private func reminding(_ world: inout World) {
        for reminder in world.reminders.values where reminder.person == gone.id {
            world.reminders[reminder.id]?.person = kept
        }
        for (deadline, people) in world.standings {
            guard let other = people[gone.id] else { continue }
            world.stand(gone.id, towards: deadline) { $0 = Standing() }
            world.stand(kept, towards: deadline) { $0.take(other) }
        }
    }

    private func reviews(_ world: inout World) {
        for work in world.works.values where work.author == gone.id {
            world.works[work.id]?.author = kept
        }
        for review in world.reviews.values where review.reviewer == gone.id {
            world.reviews[review.id] = review.given(by: kept)
        }
        for round in world.rounds.values {
            let now = round.naming(kept, insteadOf: gone.id)
            if now != round { world.rounds[round.id] = now }
        }
        for thread in world.threads.values {
            if thread.askedBy == gone.id { world.threads[thread.id]?.askedBy = kept }
            if thread.answer?.by == gone.id { world.threads[thread.id]?.answer?.by = kept }
        }
    }

    /// A question stays open where it was asked; where both were asked something in one room, the kept one's stays.
    private func conversations(_ world: inout World) {
        for (place, question) in world.questions where place.person == gone.id {
            world.questions[place] = nil
            let now = Question.Place(person: kept, room: place.room)
            guard world.questions[now] == nil else { continue }
            world.questions[now] = question
            world.questions[now]?.person = kept
        }
        for backlog in world.backlogs.values where backlog.person == gone.id {
            world.backlogs[backlog.place] = nil
            let place = Question.Place(person: kept, room: backlog.room)
            let held = (world.backlogs[place]?.held ?? []) + backlog.held
            world.backlogs[place] = Backlog(
                place: place,
                held: Array(held.sorted { $0.sentAt < $1.sentAt }.suffix(Backlog.most))
            )
        }
        for job in world.jobs.values where job.person == gone.id {
            world.jobs[job.id]?.person = kept
        }
    }

    private func messages(_ world: inout World) {
        for (key, message) in world.owed {
            let now = readdressed(message)
            if now != message { world.owed[key] = now }
        }
        guard let waiting = world.waiting[gone.id] else { return }
        world.waiting[gone.id] = nil
        let moved = waiting.map {
            WaitingMessage(
                key: $0.key, person: kept, message: readdressed($0.message), since: $0.since)
        }
        let all = ((world.waiting[kept] ?? []) + moved).sorted { $0.since < $1.since }
        world.waiting[kept] = Array(all.suffix(WaitingMessage.most))
    }

    private func readdressed(_ message: Outgoing) -> Outgoing {
        var message = message
        if message.reader == gone.id { message.reader = kept }
        if case .person(gone.id, let fallback) = message.to {
            message.to = .person(kept, fallback: fallback)
        }
        return message
    }
}

extension Person {
    /// Takes over what another one has and this one lacks; private messages come where that one was last reached.
    fileprivate mutating func take(_ other: Person) {
        accounts += other.accounts.filter { !accounts.contains($0) }
        link = nil
        language = language ?? other.language
        zone = zone ?? other.zone
        currentCohort = currentCohort ?? other.currentCohort
        reminding = reminding ?? other.reminding
        if let room = other.privateRoom { reached(in: room) }
    }

    /// They can be reached in this room from now on; one on another service is remembered for when this one closes.
    mutating func reached(in room: RoomAddress) {
        if let privateRoom, privateRoom.platform.service != room.platform.service {
            otherRoom = privateRoom
        }
        privateRoom = room
    }
}

extension Round {
    fileprivate func naming(_ kept: PersonID, insteadOf gone: PersonID) -> Round {
        func now(_ person: PersonID) -> PersonID { person == gone ? kept : person }
        var round = self
        round.plannedBy = now(plannedBy)
        round.apart = apart?.map { Apart(now($0.one), now($0.other), reason: $0.reason) }
        round.pairs = pairs?.map {
            Chosen(reviewer: now($0.reviewer), author: now($0.author))
        }
        round.volunteers = volunteers.map { Set($0.map(now)).sorted() }
        round.later = later?.naming(kept, insteadOf: gone)
        round.spared = spared?.naming(kept, insteadOf: gone)
        return round
    }
}

extension World {
    /// The assignment in whose peer review two people cannot become one: both handed something in, or one reviews the
    /// other.
    package func reviewBetween(_ a: PersonID, _ b: PersonID) -> Deadline? {
        let both: Set = [a, b]
        let own = works.values.filter { both.contains($0.author) }
        for work in own {
            let isDouble = own.contains { $0.id != work.id && $0.assignment == work.assignment }
            let isReviewed = reviews(of: work.id).contains { both.contains($0.reviewer) }
            if isDouble || isReviewed, let deadline = deadlines[work.assignment] { return deadline }
        }
        return nil
    }
}
