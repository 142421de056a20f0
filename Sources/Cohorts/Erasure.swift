import Chat
import HashTreeCollections

/// Takes one person out of the world: what was theirs goes, what they gave to others stays without their name.
struct Erasure {
    /// Stands for everybody who was erased; nobody is ever called so, since ids begin at 32.
    static let nobody = PersonID(rawValue: "p0")
    /// Stands where a name or their words were to be shown.
    static let blank = "—"

    private let person: Person
    private let accounts: Set<Account>

    init(_ person: Person) {
        self.person = person
        accounts = Set(person.accounts)
    }

    func apply(to world: inout World) {
        let files = Set(
            world.works.values.filter { $0.author == person.id }.compactMap { $0.file?.digest })
        var words = removeOwn(&world)
        words.insert(person.name)
        // A work that somebody else handed in as well stays with them.
        let gone = files.subtracting(world.works.values.compactMap { $0.file?.digest })
        nameless(&world)
        cohorts(&world)
        messages(&world, without: words, files: gone)
    }

    /// - Returns: their words that are gone, which owed messages may still hold.
    private func removeOwn(_ world: inout World) -> Set<String> {
        var words: Set<String> = []
        world.people[person.id] = nil
        for account in accounts { world.accounts[account] = nil }
        for reminder in world.reminders.values where reminder.person == person.id {
            words.insert(reminder.text)
            if let former = reminder.former { words.insert(former.text) }
            world.reminders[reminder.id] = nil
        }
        for deadline in Array(world.standings.keys) {
            world.stand(person.id, towards: deadline) { $0 = Standing() }
        }
        for work in world.works.values where work.author == person.id {
            if !work.content.isEmpty { words.insert(work.content) }
            world.works[work.id] = nil
            for review in world.reviews.values where review.work == work.id {
                world.reviews[review.id] = nil
            }
        }
        for apart in world.rounds.values.flatMap({ $0.apart ?? [] }) where apart.one == person.id {
            if let reason = apart.reason { words.insert(reason) }
        }
        for thread in world.threads.values
        where thread.askedBy == person.id && thread.answer == nil {
            words.insert(thread.question)
            world.threads[thread.id] = nil
        }
        for cohort in Array(world.buddies.keys) {
            world.change(cohort) { words.formUnion($0.forget(person.id)) }
        }
        for (place, question) in world.questions
        where place.person == person.id || names(question) || isPrivate(place.room) {
            world.questions[place] = nil
        }
        for backlog in world.backlogs.values
        where backlog.person == person.id || isPrivate(backlog.room) {
            words.formUnion(backlog.held.map(\.text).filter { !$0.isEmpty })
            world.backlogs[backlog.place] = nil
        }
        for job in world.jobs.values where job.person == person.id { world.jobs[job.id] = nil }
        for room in world.closedRooms where isPrivate(room) { world.closedRooms.remove(room) }
        for room in world.rooms.keys where isPrivate(room) { world.rooms[room] = nil }
        return words
    }

    /// What others need stays: the reviews they were given, the answers they read.
    private func nameless(_ world: inout World) {
        for review in world.reviews.values where review.reviewer == person.id {
            world.reviews[review.id] = review.isSent ? review.given(by: Self.nobody) : nil
        }
        for thread in world.threads.values {
            var kept = thread
            if thread.askedBy == person.id {
                kept = thread.asked(in: thread.room.flatMap { isPrivate($0) ? nil : $0 })
            } else if thread.askedBy == nil, thread.askedByName == person.name {
                kept.askedByName = ""
            }
            // Only the name was kept of who answered; another person of this name loses it here, too.
            if kept.answer?.byName == person.name || kept.answer?.by == person.id {
                kept.answer?.byName = ""
                kept.answer?.by = nil
            }
            if kept != thread { world.threads[thread.id] = kept }
        }
        for deadline in world.deadlines.values where deadline.addedBy == person.id {
            world.deadlines[deadline.id] = deadline.addedByNobody
        }
        for round in world.rounds.values {
            var kept = round.plannedBy == person.id ? round.planned(by: Self.nobody) : round
            kept.volunteers?.removeAll { $0 == person.id }
            kept.later?.removeAll { $0.person == person.id }
            kept.spared?.removeAll { $0.person == person.id }
            kept.pairs?.removeAll { $0.reviewer == person.id || $0.author == person.id }
            kept.apart?.removeAll { $0.one == person.id || $0.other == person.id }
            if let room = kept.room, isPrivate(room) { kept.room = nil }
            if kept != round { world.rounds[round.id] = kept }
        }
    }

    private func cohorts(_ world: inout World) {
        for id in world.cohorts.keys {
            guard var cohort = world.cohorts[id] else { continue }
            cohort.members[person.id] = nil
            cohort.givenRoles[person.id] = nil
            cohort.heldHints = cohort.heldHints?.filter { key, _ in
                key.split(separator: " ").first.map(String.init) != person.id.rawValue
            }
            cohort.imports = cohort.imports?.mapValues {
                $0.by == person.id ? ForumAttestation(by: nil, at: $0.at) : $0
            }
            for account in accounts { cohort.fileRoles[account] = nil }
            cohort.fileValues = cohort.fileValues.filter { key, value in
                !accounts.contains { key.names($0) || value.names($0) }
            }
            world.cohorts[id] = cohort
        }
    }

    private func messages(
        _ world: inout World, without words: Set<String>, files: Set<String>
    ) {
        for (key, message) in world.owed {
            let kept = isOfFile(message, files) ? nil : without(words, message)
            if kept != message { world.owed[key] = kept }
        }
        world.waiting[person.id] = nil
        for (reader, messages) in world.waiting {
            let kept = messages.compactMap { waiting in
                isOfFile(waiting.message, files)
                    ? nil
                    : without(words, waiting.message).map { message in
                        var waiting = waiting
                        waiting.message = message
                        return waiting
                    }
            }
            if kept != messages { world.waiting[reader] = kept }
        }
    }

    /// Whether a message brings a file that is theirs: without it, it would say nothing.
    private func isOfFile(_ message: Outgoing, _ files: Set<String>) -> Bool {
        message.file.map { files.contains($0.digest) } ?? false
    }

    /// The message without their words; nil where it is theirs.
    private func without(_ words: Set<String>, _ message: Outgoing) -> Outgoing? {
        guard !isTheirs(message) else { return nil }
        var kept = message
        kept.phrase = kept.phrase.blanked(words, accounts)
        for row in kept.buttons.indices {
            for index in kept.buttons[row].indices {
                let label = kept.buttons[row][index].label
                kept.buttons[row][index].label = label.blanked(words, accounts)
            }
        }
        return kept
    }

    private func isTheirs(_ message: Outgoing) -> Bool {
        if message.reader == person.id { return true }
        if let asks = message.asks, accounts.contains(asks) { return true }
        switch message.to {
        case .person(let id, _): return id == person.id
        case .room(let room): return isPrivate(room)
        }
    }

    /// On a platform whose private chats bear the account's id, and where they opened one under another.
    private func isPrivate(_ room: RoomAddress) -> Bool {
        room == person.privateRoom || room == person.otherRoom
            || accounts.contains { $0.platform == room.platform.service && $0.id == room.chat }
    }

    /// Somebody was asked about them.
    private func names(_ question: Question) -> Bool {
        (question.options + question.given.values).contains { word in
            word == person.name || word == person.id.rawValue
                || accounts.contains { word.names($0) }
        }
    }
}

extension String {
    /// Whether an account stands in it as a word of its own: `telegram:12` is not in `telegram:123`.
    fileprivate func names(_ account: Account) -> Bool {
        split { $0 == "," || $0 == " " || $0 == "." }.contains { $0 == account.description }
            // The id itself may hold such a character.
            || hasPrefix("members.\(account).")
    }
}

extension Review {
    func given(by reviewer: PersonID) -> Review {
        var review = self
        review.reviewer = reviewer
        return review
    }
}

extension Thread {
    fileprivate func asked(in room: RoomAddress?) -> Thread {
        Thread(
            id: id, cohort: cohort, question: question, askedBy: nil, askedByName: "", room: room,
            askedAt: askedAt, language: language, answer: answer, isPosted: isPosted, title: title,
            tags: tags, source: source, thanks: thanks, duplicateOf: duplicateOf, entry: entry)
    }
}

extension Deadline {
    fileprivate var addedByNobody: Deadline {
        var deadline = self
        deadline.addedBy = nil
        return deadline
    }
}

extension Round {
    func planned(by person: PersonID) -> Round {
        var round = self
        round.plannedBy = person
        return round
    }
}

extension Phrase {
    /// The same sentence with a dash where somebody's words or name stood.
    fileprivate func blanked(_ words: Set<String>, _ accounts: Set<Account>) -> Phrase {
        Phrase(key, values.mapValues { $0.blanked(words, accounts) })
    }
}

extension Phrase.Value {
    fileprivate func blanked(_ words: Set<String>, _ accounts: Set<Account>) -> Phrase.Value {
        switch self {
        case .user(let text), .code(let text):
            words.contains(text) ? .user(Erasure.blank) : self
        case .link(let label, let url):
            words.contains(label) || words.contains(url) ? .user(Erasure.blank) : self
        case .mention(let account, let name):
            accounts.contains(account) || words.contains(name) ? .user(Erasure.blank) : self
        case .phrase(let phrase): .phrase(phrase.blanked(words, accounts))
        case .lines(let phrases): .lines(phrases.map { $0.blanked(words, accounts) })
        case .list(let phrases): .list(phrases.map { $0.blanked(words, accounts) })
        case .number, .moment, .distance, .duration, .zone, .translated: self
        }
    }
}
