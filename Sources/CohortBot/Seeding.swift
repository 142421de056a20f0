import Chat
import Cohorts
import Commands
import Configuration
import Dates
import FoundationEssentials
import HashTreeCollections

/// What the configuration's cohort files change in the world.
///
/// Files seed and rule: a key that differs from what the file said when it was last read wins over what was said in
/// chat, a key that the file left alone does not.
struct Seeding {
    private(set) var world: World
    private var events: [any Event] = []
    private let dates: DateReader
    private let now: Date
    /// Where a platform's accounts can always be reached in private; a console's can.
    private let privateRoom: (Account) -> RoomAddress?

    init(
        world: World, dates: DateReader, now: Date, privateRoom: @escaping (Account) -> RoomAddress?
    ) {
        self.world = world
        self.dates = dates
        self.now = now
        self.privateRoom = privateRoom
    }

    /// The one decision that brings a cohort up to its file; nil where the file says nothing new.
    mutating func decision(for file: CohortFile) -> Decision? {
        events = []
        let id = CohortID(rawValue: file.id)
        let old = world.cohorts[id]?.fileValues ?? [:]
        let new = file.remembered
        guard old != new else { return nil }
        if world.cohorts[id] == nil {
            apply(CohortFounded(id: id, name: file.name.value, at: now))
        }
        let changes = Changes(old: old, new: new)
        let usual = world.cohorts[id]?.leads ?? []
        apply(CohortSettingsChanged(id: id, settings: file.settings(changes)))
        skipPastLeads(in: id, but: usual)
        seedRooms(file, id, changes)
        for member in file.members { seed(member, in: id, changes) }
        seedDeadlines(file, id, changes)
        for thread in file.threads { seed(thread, in: id, file, changes) }
        apply(CohortFileRead(id: id, values: new, roles: file.roles))
        return Decision(kind: "seed", events: events)
    }

    /// Which keys the file changed.
    struct Changes {
        let old: [String: String]
        let new: [String: String]

        func contains(_ key: String) -> Bool { old[key] != new[key] }
    }

    private mutating func apply(_ event: some Event) {
        event.apply(to: &world)
        events.append(event)
    }

    /// A lead that is new and past already is not caught up with; one that was there before still is.
    private mutating func skipPastLeads(in id: CohortID, but before: [Int]) {
        let added = (world.cohorts[id]?.leads ?? []).filter { !before.contains($0) }
        guard !added.isEmpty else { return }
        for deadline in world.deadlines.values.sorted(by: { $0.id < $1.id })
        where deadline.cohort == id && deadline.leads == nil && !deadline.isCancelled {
            let past = added.filter {
                deadline.dueAt.addingTimeInterval(-Double($0)) <= now
            }
            if !past.isEmpty { apply(DeadlineReminded(id: deadline.id, leads: Set(past))) }
        }
    }

    private mutating func seedRooms(_ file: CohortFile, _ id: CohortID, _ changes: Changes) {
        guard changes.contains("rooms") else { return }
        let wanted = Set(file.rooms.map(\.value))
        for room in file.rooms.map(\.value) where world.rooms[room]?.cohort != id {
            apply(RoomBound(room: room, cohort: id, title: file.name.value))
        }
        let before = changes.old["rooms"]?.split(separator: ", ").compactMap {
            RoomAddress(String($0))
        }
        for room in before ?? [] where !wanted.contains(room) && world.rooms[room]?.cohort == id {
            apply(RoomUnbound(room: room))
        }
    }

    private mutating func seed(
        _ member: CohortFile.Member, in id: CohortID, _ changes: Changes
    ) {
        let account = member.account.value
        let key = "members.\(account)"
        guard
            changes.contains("\(key).name") || changes.contains("\(key).role")
                || changes.contains("\(key).zone") || changes.contains("\(key).language")
        else { return }
        if world.person(account) == nil {
            apply(
                PersonMet(
                    id: world.nextPerson, account: account, name: member.name, language: nil,
                    at: now, number: world.nextNumber))
        }
        guard let person = world.person(account) else { return }
        if person.privateRoom == nil, let room = privateRoom(account) {
            apply(PrivateRoomOpened(id: person.id, room: room))
        }
        if changes.contains("\(key).zone"), let zone = member.zone?.value {
            apply(ZoneChosen(id: person.id, zone: zone))
        }
        if changes.contains("\(key).language"), let language = member.language {
            apply(LanguageChosen(id: person.id, language: language))
        }
        // Somebody who left in chat stays away until the file names them anew.
        if changes.old["\(key).role"] == nil, world.cohorts[id]?.members[person.id] == nil {
            apply(MemberJoined(cohort: id, person: person.id, at: now))
            beginDigest(person.id, in: id)
        }
    }

    /// The overview that a cohort's members begin with.
    private mutating func beginDigest(_ person: PersonID, in id: CohortID) {
        guard let cohort = world.cohorts[id], let digest = cohort.settings.digest,
            digest.every != .off, let person = world.people[person], person.reminding?.digest == nil
        else { return }
        let zone = dates.zones.zone(named: world.zoneName(of: person, in: cohort)) ?? .utc
        let next = digest.next(after: now, in: zone)
        apply(DigestChosen(id: person.id, digest: digest, next: next, at: now))
    }

    private mutating func seedDeadlines(_ file: CohortFile, _ id: CohortID, _ changes: Changes) {
        let zone = dates.zones.zone(named: file.zone.value) ?? .utc
        let context = DateContext(
            now: now, zone: zone, language: file.languages.first ?? "en", acceptsPast: true)
        for seed in file.deadlines {
            seedDetails(seed, in: id, changes)
            guard changes.contains("deadlines.\(seed.title.value).due") else { continue }
            guard case .moment(let moment) = dates.read(seed.due.value, in: context) else {
                continue
            }
            let past = Set(
                (world.cohorts[id]?.leads ?? []).filter {
                    moment.date.addingTimeInterval(-Double($0)) <= now
                })
            if let known = deadline(titled: seed.title.value, in: id) {
                apply(
                    DeadlineMoved(
                        id: known.id, dueAt: moment.date, pastLeads: past, at: now))
                continue
            }
            var deadline = Deadline(
                id: ShortID(.deadline, world.nextNumber), cohort: id, title: seed.title.value,
                kind: Deadline.Kind(rawValue: seed.kind.rawValue) ?? .other, dueAt: moment.date,
                addedBy: nil, addedAt: now)
            deadline.remindedLeads = past
            deadline.link = seed.link
            apply(DeadlineAdded(deadline: deadline, number: world.nextNumber))
        }
        let titles = Set(file.deadlines.map(\.title.value))
        for key in changes.old.keys.sorted()
        where key.hasPrefix("deadlines.") && key.hasSuffix(".due") {
            let title = String(key.dropFirst("deadlines.".count).dropLast(".due".count))
            if !titles.contains(title), let gone = deadline(titled: title, in: id) {
                apply(DeadlineCancelled(id: gone.id, isCancelled: true))
            }
        }
    }

    /// The kind and the link of a deadline that is there already.
    private mutating func seedDetails(
        _ seed: CohortFile.DeadlineSeed, in id: CohortID, _ changes: Changes
    ) {
        let key = "deadlines.\(seed.title.value)"
        guard changes.contains("\(key).link") || changes.contains("\(key).kind"),
            let known = deadline(titled: seed.title.value, in: id)
        else { return }
        apply(
            DeadlineDetailed(
                id: known.id, type: Deadline.Kind(rawValue: seed.kind.rawValue),
                link: seed.link ?? ""))
    }

    private func deadline(titled title: String, in id: CohortID) -> Deadline? {
        world.deadlines.values.first {
            $0.cohort == id && $0.title == title && !$0.isCancelled && $0.addedBy == nil
        }
    }

    private mutating func seed(
        _ seed: CohortFile.ThreadSeed, in id: CohortID, _ file: CohortFile, _ changes: Changes
    ) {
        guard changes.old["threads.\(seed.title.value).question"] == nil else { return }
        let by = seed.by.flatMap { world.person($0.value) }
        let language = seed.language ?? file.languages.first ?? "en"
        apply(
            ThreadOpened(
                thread: Thread(
                    id: ShortID(.thread, world.nextNumber), cohort: id, question: seed.question,
                    askedBy: nil, askedByName: file.name.value, room: nil, askedAt: now,
                    language: language,
                    answer: seed.answer.map { text in
                        Thread.Answer(text: text, byName: by?.name ?? file.name.value, at: now)
                    }, isPosted: true), number: world.nextNumber))
    }
}

extension CohortFile {
    /// The file's values by key, with the three that `/cohort show` compares in the world's own writing.
    fileprivate var remembered: [String: String] {
        var values = flattened
        values["language"] = languages.first ?? "en"
        values["leads"] = leads.map(String.init).joined(separator: ",")
        values["reviews"] = String(review.each)
        return values
    }

    fileprivate func settings(_ changes: Seeding.Changes) -> CohortSettings {
        CohortSettings(
            name: changes.contains("name") ? name.value : nil,
            course: changes.contains("course") ? course : nil,
            lms: changes.contains("lms") ? lms : nil,
            zone: changes.contains("zone") ? zone.value : nil,
            language: changes.contains("language") ? languages.first : nil,
            leads: changes.contains("leads") ? leads : nil,
            reviewsPerWork: changes.contains("reviews") ? review.each : nil,
            quiet: changes.contains("quiet")
                ? quietHours.map { .init(from: $0.from, until: $0.until) } ?? .off : nil,
            digest: changes.contains("digest")
                ? .init(every: Digest.Every(rawValue: digest.rawValue) ?? .off, minute: 480) : nil,
            starts: changes.contains("starts") ? starts?.value ?? "" : nil,
            ends: changes.contains("ends") ? ends?.value ?? "" : nil)
    }

    /// The roles that the file gives; the highest where it names somebody twice.
    fileprivate var roles: [Account: Role] {
        var roles: [Account: Role] = [:]
        for account in instructors { roles[account] = .instructor }
        for account in moderators { roles[account] = .moderator }
        for member in members where member.role > roles[member.account.value] ?? .learner {
            roles[member.account.value] = member.role
        }
        return roles
    }
}
