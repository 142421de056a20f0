import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

/// A kind word to everybody who still owes reviews of a round, in private.
struct RoundNudge {
    let messages: [Outgoing]

    init(_ round: Round, in world: World) {
        let owed = world.owed(in: round.id)
        let title = world.title(of: round)
        messages = owed.keys.sorted().map { person in
            let reviews = owed[person] ?? []
            let ids = reviews.map { Phrase("plain", ["text": .code($0.id.rawValue)]) }
            var message = Outgoing(
                to: .person(person, fallback: nil), reader: person,
                Phrase(
                    "reviews.nudge",
                    [
                        "title": .user(title), "count": .number(reviews.count), "ids": .list(ids),
                        "until": .moment(round.closesAt ?? .distantPast),
                        "in": .distance(round.closesAt ?? .distantPast),
                    ]), buttons: Outgoing.opening(reviews), urgency: .reminder)
            message.expires = round.closesAt
            return message
        }
    }
}
