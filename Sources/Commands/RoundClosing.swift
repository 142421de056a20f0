import Chat
import Cohorts
import HashTreeCollections
import PeerReview

/// What is said when a round is over: to each author that comments and score are there, to whoever planned it how it
/// went.
struct RoundClosing {
    private let round: Round
    private let world: World
    private let title: Phrase.Value
    /// How many reviews came of each author's work.
    private let received: [PersonID: Int]

    init(_ round: Round, in world: World) {
        self.round = round
        self.world = world
        title = .user(world.title(of: round))
        let sent = Dictionary(grouping: world.reviews.values.filter(\.isSent), by: \.work)
        received = Dictionary(
            world.works(for: round.assignment).map { ($0.author, sent[$0.id]?.count ?? 0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whoever has read the figures already is not told them again.
    func messages(to person: PersonID, readBy reader: PersonID?) -> [Outgoing] {
        var messages: [Outgoing] = []
        if let count = received[person] {
            messages.append(
                Outgoing(
                    to: .person(person, fallback: nil), reader: person,
                    Phrase(
                        count == 0 ? "reviews.closed-none" : "reviews.round-closed",
                        [
                            "title": title, "count": .number(count),
                            "received": .code("/review received \(round.assignment.rawValue)"),
                        ]), urgency: .broadcast))
        }
        if person == round.plannedBy, person != reader {
            messages.append(
                Outgoing(
                    to: .person(person, fallback: nil), reader: person,
                    RoundFigures(round, in: world).closing, urgency: .reminder))
        }
        return messages
    }
}

/// How a round stands, for moderators.
struct RoundFigures {
    let round: Round
    let title: Phrase.Value
    let total: Int
    let sent: Int
    let begun: Int
    /// Works with fewer than two reviews.
    let thin: Int
    /// Works whose reviewers are far apart.
    let apart: Int
    let appeals: Int
    /// Who has neither read a work nor sent a word.
    let silent: [String]

    init(_ round: Round, in world: World) {
        self.round = round
        title = .user(world.title(of: round))
        let reviews = world.reviews(in: round.id)
        total = reviews.count
        sent = reviews.count(where: \.isSent)
        begun = reviews.count { $0.isBegun && !$0.isSent }
        appeals = reviews.count { $0.appeal != nil }
        let works = world.works(for: round.assignment).map { world.received($0.id) }
        thin = works.count { $0.count < min(2, round.reviewsPerWork) }
        apart = works.count {
            PeerScore($0.compactMap(\.score).map(Double.init))?.suggestsOneMore ?? false
        }
        silent = world.silent(in: round.id).sorted().compactMap { world.people[$0]?.name }
    }

    private var values: [String: Phrase.Value] {
        [
            "title": title, "sent": .number(sent), "total": .number(total),
            "begun": .number(begun), "thin": .number(thin), "apart": .number(apart),
            "appeals": .number(appeals),
        ]
    }

    var closing: Phrase {
        Phrase(
            "reviews.closed-figures",
            values.merging(["notes": .phrase(notes(isOver: true))]) { $1 })
    }

    /// What asks for a moderator's hand; nothing where all is well. Before the end few reviews are no cause for worry.
    private func notes(isOver: Bool) -> Phrase {
        var lines: [Phrase] = []
        if isOver, thin > 0 { lines.append(Phrase("reviews.note-thin", ["count": .number(thin)])) }
        if apart > 0 { lines.append(Phrase("reviews.note-apart", ["count": .number(apart)])) }
        if appeals > 0 { lines.append(Phrase("reviews.note-appeals", ["count": .number(appeals)])) }
        return lines.isEmpty ? Phrase("nothing") : Phrase("reviews.notes", ["lines": .lines(lines)])
    }

    var status: Phrase {
        var values = values
        values["notes"] = .phrase(notes(isOver: round.closedAt != nil))
        values["until"] = .phrase(
            round.closesAt.map {
                Phrase("reviews.open-until", ["until": .moment($0), "in": .distance($0)])
            } ?? Phrase("nothing"))
        let names = silent.prefix(20).map { Phrase("plain", ["text": .user($0)]) }
        values["silent"] = .phrase(
            names.isEmpty
                ? Phrase("nothing")
                : Phrase(
                    "reviews.silent", ["count": .number(silent.count), "names": .list(names)]))
        return Phrase(round.closedAt == nil ? "reviews.status" : "reviews.status-closed", values)
    }
}
