package import Chat
package import FoundationEssentials

/// Something one person wants to be told at a moment.
package struct Reminder: Hashable, Codable, Sendable {
    package let id: ShortID
    package let person: PersonID
    /// Their words; never shown to anyone else.
    package var text: String
    package var at: Date
    /// Where it was asked for. The reminder itself comes in private; here only where no private chat is open.
    package var room: RoomAddress
    package let addedAt: Date
    package var state: State

    package init(
        id: ShortID, person: PersonID, text: String, at: Date, room: RoomAddress, addedAt: Date
    ) {
        self.id = id
        self.person = person
        self.text = text
        self.at = at
        self.room = room
        self.addedAt = addedAt
        self.state = .waiting
    }

    package enum State: String, Codable, Sendable {
        case waiting, fired, deleted
    }
}
