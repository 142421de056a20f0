import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// What the bot tells people of a round in private, as reviewers and as authors: at once, or after the quiet hours that
/// they are in.
///
/// What reviewers are to do comes at once where the round is over before these hours are. That reviews came need not be
/// said then: the last word of the round says it.
struct RoundNotes {
    private let round: Round
    private let world: World
    private let now: Date
    private let zones: ZoneDatabase
    private let title: String
    private var later: [PersonID: LaterNews]
    private var spared: [PersonID: Date]
    private var reader: PersonID?
    private lazy var owed = world.owed(in: round.id)
    private lazy var closing = RoundClosing(round, in: world)
    private(set) var messages: [Outgoing] = []

    init(_ round: Round, in world: World, at now: Date, zones: ZoneDatabase) {
        self.round = round
        self.world = world
        self.now = now
        self.zones = zones
        title = world.title(of: round)
        later = Dictionary(
            (round.later ?? []).map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        spared = (round.spared ?? []).byPerson
    }

    /// What has to be kept because of it.
    var events: [any Event] {
        let later = later.values.sorted { $0.person < $1.person }
        let spared = spared.sorted { $0.key < $1.key }.map {
            Round.Spared(person: $0.key, until: $0.value)
        }
        let isSame = spared == round.spared ?? []
        guard later != round.later ?? [] || !isSame else { return [] }
        return [ReviewersToldLater(id: round.id, later: later, spared: isSame ? nil : spared)]
    }

    /// A kind word to everybody who still owes reviews.
    /// - Returns: how many they are.
    @discardableResult
    mutating func nudge() -> Int {
        let owing = owed.keys.sorted()
        for person in owing {
            tell(person, ReviewerNews(isNudge: true))
            // After a long absence the first reminder comes late for everybody.
            if round.nudgedAt == nil, later[person] == nil { spare(person) }
        }
        return owing.count
    }

    /// To each author of whose work reviews came since the last time; false where none came. What comes in this very
    /// second is for the next time: more may come in it.
    mutating func tellAuthors() -> Bool {
        let since = round.toldAt ?? .distantPast
        let new = world.reviews(in: round.id).filter { review in
            review.sentAt.map { since <= $0 && $0 < now } ?? false
        }
        let byWork = Dictionary(grouping: new, by: \.work).mapValues(\.count)
        for (id, count) in byWork.sorted(by: { $0.key < $1.key }) {
            if let work = world.works[id] { tell(work.author, ReviewerNews(arrived: count)) }
        }
        return !new.isEmpty
    }

    /// To each author that the round is over, and to whoever planned it how it went; `reader` knows already.
    mutating func close(readBy reader: PersonID? = nil) {
        self.reader = reader
        var people = world.works(for: round.assignment).map(\.author)
        if !people.contains(round.plannedBy) { people.append(round.plannedBy) }
        for person in people {
            tell(person, ReviewerNews(isOver: true), isAwaited: person == reader)
        }
    }

    /// To those whose quiet hours are over.
    mutating func tellLate() {
        for entry in later.values.sorted(by: { $0.person < $1.person }) where entry.until <= now {
            later[entry.person] = nil
            tell(entry.person, entry.news)
            if entry.news.asks, later[entry.person] == nil { spare(entry.person) }
        }
    }

    /// They have heard of their reviews only now, so late that at the release they would have had less time than others.
    private mutating func spare(_ person: PersonID) {
        guard let release = round.moment(at: Round.release) else { return }
        let until = round.timeToBegin(toldAt: now)
        if until > release.addingTimeInterval(DueDecision.lateAfter) { spared[person] = until }
    }

    /// One message, whatever waits for them already; `isAwaited` says that they have just asked for it.
    mutating func tell(
        _ person: PersonID, _ news: ReviewerNews, fallback: RoomAddress? = nil,
        isAwaited: Bool = false
    ) {
        if isAwaited {
            add(news, person, fallback)
            return
        }
        let all = later[person].map { $0.news.followed(by: news) } ?? news
        let end = quietEnd(of: person)
        if let end, all.isOver == true || end < round.closesAt ?? .distantPast {
            later[person] = LaterNews(person: person, until: end, news: all)
        } else if end == nil || all.asks || !all.gone.isEmpty || all.isExtended == true {
            later[person] = nil
            add(all, person, fallback)
        }
    }

    /// When the quiet hours end that somebody is in; nil also where nothing reaches them anyway.
    private func quietEnd(of id: PersonID) -> Date? {
        guard let person = world.people[id], let cohort = world.cohorts[round.cohort],
            world.canReach(person)
        else { return nil }
        return world.quietEnd(of: person, in: cohort, at: now, zones: zones)
    }

    private mutating func add(_ news: ReviewerNews, _ person: PersonID, _ fallback: RoomAddress?) {
        if news.isOver == true {
            messages += closing.messages(to: person, readBy: reader)
            return
        }
        if let count = news.arrived { messages.append(arrived(count, person)) }
        let owed = owed[person] ?? []
        let added = owed.filter { news.added.contains($0.id) }
        if !added.isEmpty || !news.gone.isEmpty {
            messages.append(change(news, added, person, fallback))
        }
        // What they were just given says until when, as a reminder does.
        guard owed.count > added.count else { return }
        if news.isNudge {
            messages.append(reminder("reviews.nudge", owed, person))
        } else if news.isExtended == true {
            messages.append(reminder("reviews.more-time", owed, person))
        }
    }

    private func reminder(_ key: String, _ owed: [Review], _ person: PersonID) -> Outgoing {
        var message = Outgoing(
            to: .person(person, fallback: nil), reader: person,
            Phrase(
                key,
                [
                    "title": .user(title), "count": .number(owed.count),
                    "ids": list(owed.map(\.id)),
                    "until": .moment(round.closesAt ?? .distantPast),
                    "in": .distance(round.closesAt ?? .distantPast),
                ]), buttons: Outgoing.opening(owed), urgency: .reminder)
        message.expires = round.closesAt
        return message
    }

    private func arrived(_ count: Int, _ person: PersonID) -> Outgoing {
        Outgoing(
            to: .person(person, fallback: nil), reader: person,
            Phrase(
                "reviews.arrived",
                [
                    "title": .user(title), "count": .number(count),
                    "received": .code("/review received \(round.assignment.rawValue)"),
                ]), urgency: .reminder)
    }

    private func change(
        _ news: ReviewerNews, _ added: [Review], _ person: PersonID, _ fallback: RoomAddress?
    ) -> Outgoing {
        let key =
            if added.isEmpty {
                "reviews.handed-on"
            } else if !news.gone.isEmpty {
                "reviews.exchanged"
            } else {
                news.isStart == true ? "reviews.yours" : "reviews.more"
            }
        return Outgoing(
            to: .person(person, fallback: fallback), reader: person,
            Phrase(
                key,
                [
                    "title": .user(title), "ids": list(added.map(\.id)), "gone": list(news.gone),
                    "count": .number(added.count), "list": .code("/review list"),
                    "until": .moment(round.closesAt ?? now),
                ]), buttons: Outgoing.opening(added), urgency: .broadcast)
    }

    private func list(_ ids: [ShortID]) -> Phrase.Value {
        .list(ids.map { Phrase("plain", ["text": .code($0.rawValue)]) })
    }
}

extension Outgoing {
    /// A button for each review that is to be written.
    static func opening(_ reviews: [Review]) -> [[Choice]] {
        let choices = reviews.prefix(4).map { review in
            Choice(
                Phrase("reviews.open-button", ["id": .code(review.id.rawValue)]),
                "/review open \(review.id.rawValue)")
        }
        return choices.isEmpty ? [] : [Array(choices)]
    }
}
