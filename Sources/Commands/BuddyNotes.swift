import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// What the bot tells people of their study buddies in private: at once, or after the quiet hours that they are in. It
/// looks at the world after what has happened.
struct BuddyNotes {
    private let cohort: Cohort
    private let buddies: StudyBuddies
    private let world: World
    private let now: Date
    private let zones: ZoneDatabase
    private var later: [PersonID: LaterBuddyNews]
    private(set) var messages: [Outgoing] = []

    init(_ cohort: Cohort, in world: World, at now: Date, zones: ZoneDatabase) {
        self.cohort = cohort
        buddies = world.buddies(of: cohort.id)
        self.world = world
        self.now = now
        self.zones = zones
        later = Dictionary(
            buddies.later.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What has to be kept because of it.
    var events: [any Event] {
        let later = later.values.sorted { $0.person < $1.person }
        return later == buddies.later ? [] : [BuddiesToldLater(cohort: cohort.id, later: later)]
    }

    /// Somebody is to hear of the group that they are in now, of who left them, of what a buddy says, or that nobody was
    /// there for them. What came and went while they slept was never there.
    mutating func tell(
        _ person: PersonID, group: ShortID? = nil, left: PersonID? = nil,
        said: LaterBuddyNews.Said? = nil, isAlone: Bool = false
    ) {
        let before = later[person]
        // Who has not read that they were together need not read that they part.
        var left = before?.group == nil ? left ?? before?.left : before?.left
        var group = buddies.groups(of: person).first { $0.id == group ?? before?.group }
        if let back = left, group?.members.contains(back) ?? false { (group, left) = (nil, nil) }
        let news = LaterBuddyNews(
            person: person, until: quietEnd(of: person) ?? now, group: group?.id, left: left,
            said: (before?.said ?? []) + [said].compactMap(\.self),
            isAlone: isAlone || before?.isAlone == true)
        let isEmpty = group == nil && left == nil && news.said.isEmpty && news.isAlone == nil
        later[person] = news.until > now && !isEmpty ? news : nil
        if later[person] == nil { add(news) }
    }

    /// To those whose quiet hours are over.
    mutating func tellLate() {
        for news in later.values.sorted(by: { $0.person < $1.person }) where news.until <= now {
            tell(news.person)
        }
    }

    /// That a moderator took back what they were told of; those who have not read it never hear of it.
    mutating func takeBack(from person: PersonID) {
        if later[person]?.group != nil {
            later[person] = nil
        } else {
            add("buddies.taken-back", to: person, ["pause": .code("/buddy pause")])
        }
    }

    /// How many words of buddies wait for somebody.
    func waiting(for person: PersonID) -> Int { later[person]?.said.count ?? 0 }

    private func quietEnd(of id: PersonID) -> Date? {
        guard let person = world.people[id], world.canReach(person) else { return nil }
        return world.quietEnd(of: person, in: cohort, at: now, zones: zones)
    }

    private mutating func add(_ news: LaterBuddyNews) {
        let group = buddies.groups(of: news.person).first { $0.id == news.group }
        if let left = news.left { add(left: left, to: news.person, group) }
        if let group { messages.append(told(of: group, news.person)) }
        for said in news.said {
            add(
                "buddies.said", to: news.person,
                ["name": .user(name(said.by)), "text": .user(said.words)],
                buttons: [[Choice(Phrase("buddies.answer-button"), "/buddy hello")]])
        }
        if news.isAlone == true, buddies.isLooking(news.person) {
            add("buddies.alone", to: news.person, ["pause": .code("/buddy pause")])
        }
    }

    private mutating func add(left: PersonID, to person: PersonID, _ found: BuddyGroup?) {
        let rest = buddies.groups(of: person)
        if found == nil, let pair = rest.first {
            let names = Phrase.Value.list(names(pair.others(than: person)))
            add("buddies.left-trio", to: person, ["name": .user(name(left)), "names": names])
            return
        }
        var next = Phrase("nothing")
        if found != nil { next = Phrase("buddies.left-found") }
        if buddies.isLooking(person) {
            next = Phrase("buddies.left-looking", ["pause": .code("/buddy pause")])
        }
        add("buddies.left", to: person, ["name": .user(name(left)), "next": .phrase(next)])
    }

    private mutating func add(
        _ key: String, to person: PersonID, _ values: [String: Phrase.Value],
        buttons: [[Choice]] = []
    ) {
        let values = values.merging(["cohort": .user(cohort.name)]) { $1 }
        messages.append(
            Outgoing(
                to: .person(person, fallback: nil), reader: person, Phrase(key, values),
                buttons: buttons, urgency: .reminder))
    }

    private func told(of group: BuddyGroup, _ person: PersonID) -> Outgoing {
        let (phrase, buttons) = standing(group, for: person)
        return Outgoing(
            to: .person(person, fallback: nil), reader: person, phrase, buttons: buttons,
            urgency: .reminder)
    }

    /// With whom somebody studies, as they read it.
    func standing(_ group: BuddyGroup, for person: PersonID) -> (Phrase, [[Choice]]) {
        let others = group.others(than: person)
        let phrase = Phrase(
            others.count == 1 ? "buddies.pair" : "buddies.trio",
            [
                "names": .list(names(others)), "cohort": .user(cohort.name),
                "overlap": .phrase(overlap(group)), "language": .phrase(language(group)),
                "hello": .code("/buddy hello"),
            ])
        return (
            phrase,
            [
                [
                    Choice(Phrase("buddies.hello-button"), "/buddy hello"),
                    Choice(Phrase("buddies.pass-button"), "/buddy pass \(group.id.rawValue)"),
                ]
            ]
        )
    }

    func names(_ people: [PersonID]) -> [Phrase] {
        people.map { Phrase("plain", ["text": .user(name($0))]) }
    }

    private func name(_ person: PersonID) -> String { world.people[person]?.name ?? "—" }

    /// For how much of a day all are up, in half hours; never when, which would say when they sleep.
    private func overlap(_ group: BuddyGroup) -> Phrase {
        let days = group.members.compactMap {
            world.days(of: $0, in: cohort, at: now, zones: zones)
        }
        guard days.count == group.members.count else { return Phrase("nothing") }
        let minutes = (0..<1_440).count { minute in days.allSatisfy { $0.isUp(at: minute) } }
        return Phrase(
            days.count == 2 ? "buddies.overlap-pair" : "buddies.overlap-trio",
            ["overlap": .duration((minutes + 15) / 30 * 1_800)])
    }

    /// A language that all chose, where the cohort speaks another one.
    private func language(_ group: BuddyGroup) -> Phrase {
        let chosen = Set(
            group.members.map {
                (world.people[$0]?.language ?? cohort.language).prefix { $0 != "-" }.lowercased()
            })
        guard chosen.count == 1, let language = chosen.first,
            language != cohort.language.prefix(while: { $0 != "-" }).lowercased(),
            ["en", "es", "pt", "fr", "hi"].contains(language)
        else { return Phrase("nothing") }
        return Phrase(
            "buddies.language", ["language": .phrase(Phrase("buddies.language-\(language)"))])
    }
}

/// When somebody is up, on the clock of UTC.
private struct Day {
    let quiet: QuietHours
    let offset: Int

    func isUp(at minute: Int) -> Bool {
        let local = ((minute + offset) % 1_440 + 1_440) % 1_440
        return quiet.from <= quiet.until
            ? !(quiet.from..<quiet.until ~= local) : local < quiet.from && local >= quiet.until
    }
}

extension World {
    /// Their quiet hours, or the night of whoever has none; nil where nobody knows what their clock shows.
    fileprivate func days(
        of id: PersonID, in cohort: Cohort, at now: Date, zones: ZoneDatabase
    ) -> Day? {
        guard let person = people[id], let name = person.zone ?? cohort.settings.zone,
            let zone = zones.zone(named: name)
        else { return nil }
        let quiet = quietHours(of: person, in: cohort)
        return Day(
            quiet: quiet.isOff ? QuietHours(from: 23 * 60, until: 7 * 60) : quiet,
            offset: zone.offset(at: now) / 60)
    }
}
