package import Chat
package import Texts

/// Who knows where people are and what they read.
package protocol Directory: Sendable {
    /// Looks up receivers, one for each message and in the same order; nil where a person cannot be written to in
    /// private, or nobody knows the room.
    ///
    /// All at once, so that a batch costs one hop to the actor that knows.
    func receivers(of messages: [Outgoing]) async -> [Receiver?]
}

/// Where one message goes and how its reader reads.
package struct Receiver: Hashable, Sendable {
    package var room: RoomAddress
    /// Whether several people read there: platforms allow fewer messages to them.
    package var isGroup: Bool
    package var reader: Reader
    /// How to name the reader in a room, so that they notice; nil where the message is for the whole room.
    package var name: Phrase.Value?

    package init(
        room: RoomAddress, isGroup: Bool, reader: Reader, name: Phrase.Value? = nil
    ) {
        self.room = room
        self.isGroup = isGroup
        self.reader = reader
        self.name = name
    }
}
