import Chat

/// The word in a room for somebody whom a private message could not reach: that something waits, never what.
struct StandIn: Hashable {
    static let key = "delivery.private-waiting"
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

    func message(for owed: Owed) -> Owed {
        Owed(
            key: "\(owed.key)/waiting",
            Outgoing(
                to: .room(room), reader: person, Phrase(Self.key),
                urgency: owed.outgoing.urgency),
            isDurable: false)
    }
}
