package import Chat
package import FoundationEssentials

/// What the bot asked somebody because a command lacked something, so that their next words complete it.
package struct Question: Hashable, Codable, Sendable {
    package internal(set) var person: PersonID
    package let room: RoomAddress
    /// The command's name, `deadline add`.
    package let command: String
    /// The fields given so far, as typed.
    package var given: [String: String]
    /// The field that was asked for.
    package let field: String
    /// What the buttons stand for, in their order.
    package let options: [String]
    package let askedAt: Date
    /// The file that came before the question, for the command to go on with.
    package var file: GivenFile?
    /// The owed message that asks, and the platform's id of it once it is out: in a group only a reply to it counts.
    package var key: String?
    package var message: String?

    package init(
        person: PersonID, room: RoomAddress, command: String, given: [String: String],
        field: String, options: [String] = [], askedAt: Date, file: GivenFile? = nil
    ) {
        self.person = person
        self.room = room
        self.command = command
        self.given = given
        self.field = field
        self.options = options
        self.askedAt = askedAt
        self.file = file
    }

    /// One open question per person and room.
    package struct Place: Hashable, Codable, Sendable {
        package let person: PersonID
        package let room: RoomAddress

        package init(person: PersonID, room: RoomAddress) {
            self.person = person
            self.room = room
        }
    }
}
