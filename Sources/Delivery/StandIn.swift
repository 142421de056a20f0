import Chat

/// The word in a room for somebody whom a private message could not reach: that something waits, never what.
struct StandIn: Hashable {
    static let key = "delivery.private-waiting"
    static let keys: Set = [key, linkedKey]
    static let linkedKey = "delivery.private-waiting-link"
    /// What `/start` brings back when the link was followed: nothing else is called so.
    static let payload = "_waiting"
    /// The same person is not called again in the same room for a day.
    static let rest = 86_400.0

    let person: PersonID
    let room: RoomAddress

    /// Nil where nobody was meant to be told.
    init?(for owed: Owed) {
        guard case .person(let person, let fallback?) = owed.outgoing.to else { return nil }
        self.person = person
        room = fallback
    }

    /// `link` opens a private chat with the bot, where the platform has such a thing.
    func message(for owed: Owed, link: String? = nil) -> Owed {
        let phrase =
            link.map { Phrase(Self.linkedKey, ["link": .link(label: $0, url: $0)]) }
            ?? Phrase(Self.key)
        return Owed(
            key: "\(owed.key)/waiting",
            Outgoing(to: .room(room), reader: person, phrase, urgency: owed.outgoing.urgency),
            isDurable: false)
    }
}
