package import Chat
package import FoundationEssentials

/// What somebody asked for while the bot was away, and what would change something: done only if they still want it.
///
/// A deadline that was to be moved ten hours ago may have been moved by hand since, so nothing old is carried out blindly.
package struct Backlog: Hashable, Codable, Sendable {
    package let person: PersonID
    package let room: RoomAddress
    /// Oldest first.
    package var held: [HeldMessage]
    /// Whether everything held has been asked about.
    package var isAsked = false

    /// More than so many from one person in one room are not held: they are told to send them again.
    package static let most = 20

    package init(place: Question.Place, held: [HeldMessage] = []) {
        person = place.person
        room = place.room
        self.held = held
    }

    package var place: Question.Place { Question.Place(person: person, room: room) }
}

/// One message as it was typed.
package struct HeldMessage: Hashable, Codable, Sendable {
    package var text: String
    package let sentAt: Date
    /// The platform's id of the message.
    package let message: String?
    package let replyTo: Quote?
    /// The file that came with it; not fetched before it is asked for.
    package let attachment: Attachment?

    package init(
        text: String, sentAt: Date, message: String?, replyTo: Quote?,
        attachment: Attachment? = nil
    ) {
        self.attachment = attachment
        self.text = text
        self.sentAt = sentAt
        self.message = message
        self.replyTo = replyTo
    }
}
