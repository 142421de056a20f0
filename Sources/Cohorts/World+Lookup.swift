import HashTreeCollections
package import Chat
package import FoundationEssentials

// Questions that commands ask of the world. None of them changes anything.

extension World {
    package func person(_ account: Account) -> Person? { accounts[account].flatMap { people[$0] } }

    /// The id that the next person to be met will have.
    package var nextPerson: PersonID {
        PersonID(rawValue: ShortID(.person, nextNumber).rawValue)
    }

    /// The cohort a room belongs to; a topic without one of its own belongs to its chat's.
    package func cohort(of room: RoomAddress) -> CohortID? {
        (rooms[room] ?? rooms[room.wholeChat])?.cohort
    }

    package func rooms(of cohort: CohortID) -> [RoomAddress] {
        rooms.filter { $0.value.cohort == cohort }.keys.sorted { $0.description < $1.description }
    }

    /// The cohorts somebody belongs to, by name.
    package func cohorts(of person: PersonID) -> [Cohort] {
        cohorts.values.filter { $0.members[person] != nil }.sorted { $0.id < $1.id }
    }

    /// What somebody may do in a cohort: the most that its file, a moderator and the platform say.
    ///
    /// The platform's word counts only in a room of that very cohort, and only as it was at the time of the message.
    package func role(
        of person: PersonID, account: Account, in cohort: CohortID?, authority: Authority,
        room: RoomAddress, owners: Set<Account>
    ) -> Role {
        let accounts = people[person]?.accounts ?? [account]
        if owners.contains(account) || accounts.contains(where: owners.contains) { return .owner }
        let platformRole: Role = authority == .administrator ? .moderator : .learner
        guard let id = cohort, let cohort = cohorts[id] else { return platformRole }
        var role = cohort.givenRoles[person] ?? .learner
        for account in Set(accounts + [account]) {
            role = max(role, cohort.fileRoles[account] ?? .learner)
        }
        return self.cohort(of: room) == id ? max(role, platformRole) : role
    }

    /// Who holds a role or a higher one by the cohort's file or a moderator's word; the platform's word is not kept.
    package func holders(of role: Role, in cohort: Cohort) -> [PersonID] {
        let given = cohort.givenRoles.filter { $0.value >= role }.keys
        let filed = cohort.fileRoles.filter { $0.value >= role }.keys.compactMap { accounts[$0] }
        return Set(given).union(filed).sorted()
    }

    /// What is ahead for a cohort, soonest first.
    package func deadlines(of cohort: CohortID, after now: Date) -> [Deadline] {
        deadlines.values
            .filter { $0.cohort == cohort && !$0.isCancelled && $0.dueAt > now }
            .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
    }

    package func waitingReminders(of person: PersonID) -> [Reminder] {
        reminders.waiting(of: person).sorted { ($0.next, $0.id) < ($1.next, $1.id) }
    }

    package func works(for assignment: ShortID) -> [Work] {
        works.values.filter { $0.assignment == assignment }.sorted { $0.id < $1.id }
    }

    package func work(of author: PersonID, for assignment: ShortID) -> Work? {
        works.values.first { $0.assignment == assignment && $0.author == author }
    }

    package func reviews(by person: PersonID) -> [Review] {
        reviews.values.filter { $0.reviewer == person }.sorted { $0.id < $1.id }
    }

    package func reviews(of work: ShortID) -> [Review] {
        reviews.values.filter { $0.work == work }.sorted { $0.id < $1.id }
    }

    /// The round of an assignment that is planned or running, the newest first.
    package func round(for assignment: ShortID) -> Round? {
        rounds.values.filter { $0.assignment == assignment }.max { $0.id < $1.id }
    }

    /// The deadline of a cohort that somebody means by its id or by its title, whole or in part.
    package func deadline(meant words: String, in cohort: CohortID) -> Deadline? {
        let own = deadlines.values.filter { $0.cohort == cohort && !$0.isCancelled }
        if let exact = own.first(where: { $0.id == ShortID(typed: words) }) { return exact }
        let wanted = words.lowercased()
        let ordered = own.sorted { ($0.title.utf8.count, $0.id) < ($1.title.utf8.count, $1.id) }
        return ordered.first { $0.title.lowercased() == wanted }
            ?? ordered.first { wanted.utf8.count >= 3 && $0.title.lowercased().contains(wanted) }
    }
}
