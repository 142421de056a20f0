import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// What the bot tells the reviewers of a round in private: at once, or after the quiet hours that they are in, while
/// the round is still open then.
struct RoundNotes {
    private let round: Round
    private let world: World
    private let now: Date
    private let zones: ZoneDatabase
    private let title: String
    private var later: [PersonID: LaterNews]
    private lazy var owed = world.owed(in: round.id)
    private(set) var messages: [Outgoing] = []

    init(_ round: Round, in world: World, at now: Date, zones: ZoneDatabase) {
        self.round = round
        self.world = world
        self.now = now
        self.zones = zones
        title = world.title(of: round)
        later = Dictionary(
            (round.later ?? []).map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What has to be kept because of it.
    var events: [any Event] {
        let later = later.values.sorted { $0.person < $1.person }
        return later == round.later ?? [] ? [] : [ReviewersToldLater(id: round.id, later: later)]
    }

    /// A kind word to everybody who still owes reviews.
    /// - Returns: how many they are.
    @discardableResult
    mutating func nudge() -> Int {
        let owing = owed.keys.sorted()
        for person in owing { tell(person, ReviewerNews(isNudge: true)) }
        return owing.count
    }

    /// To those whose quiet hours are over.
    mutating func tellLate() {
        for entry in later.values.sorted(by: { $0.person < $1.person }) where entry.until <= now {
            later[entry.person] = nil
            tell(entry.person, entry.news)
        }
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
        if let end = quietEnd(of: person) {
            later[person] = LaterNews(person: person, until: end, news: all)
        } else {
            later[person] = nil
            add(all, person, fallback)
        }
    }

    /// When the quiet hours end that somebody is in; nil where they do not count: the round closes before, or nothing
    /// reaches them anyway.
    private func quietEnd(of id: PersonID) -> Date? {
        guard let person = world.people[id], let cohort = world.cohorts[round.cohort],
            let closesAt = round.closesAt, world.canReach(person),
            let end = world.quietEnd(of: person, in: cohort, at: now, zones: zones), end < closesAt
        else { return nil }
        return end
    }

    private mutating func add(_ news: ReviewerNews, _ person: PersonID, _ fallback: RoomAddress?) {
        let owed = owed[person] ?? []
        let added = owed.filter { news.added.contains($0.id) }
        if !added.isEmpty || !news.gone.isEmpty {
            messages.append(change(news.gone, added, person, fallback))
        }
        if news.isNudge, owed.count > added.count { messages.append(nudge(owed, person)) }
    }

    private func nudge(_ owed: [Review], _ person: PersonID) -> Outgoing {
        var message = Outgoing(
            to: .person(person, fallback: nil), reader: person,
            Phrase(
                "reviews.nudge",
                [
                    "title": .user(title), "count": .number(owed.count),
                    "ids": list(owed.map(\.id)),
                    "until": .moment(round.closesAt ?? .distantPast),
                    "in": .distance(round.closesAt ?? .distantPast),
                ]), buttons: Outgoing.opening(owed), urgency: .reminder)
        message.expires = round.closesAt
        return message
    }

    private func change(
        _ gone: [ShortID], _ added: [Review], _ person: PersonID, _ fallback: RoomAddress?
    ) -> Outgoing {
        let key =
            added.isEmpty
            ? "reviews.handed-on" : gone.isEmpty ? "reviews.more" : "reviews.exchanged"
        return Outgoing(
            to: .person(person, fallback: fallback), reader: person,
            Phrase(
                key,
                [
                    "title": .user(title), "ids": list(added.map(\.id)), "gone": list(gone),
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
