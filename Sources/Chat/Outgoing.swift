package import FoundationEssentials

/// A message that is owed: decided, journalled, and not yet words.
///
/// Delivery looks up where the receiver is and in which language and zone they read, renders the phrase and sends
/// it. It stays owed until a `sent` record names its key.
package struct Outgoing: Hashable, Codable, Sendable {
    package var to: Destination
    /// Whose language and zone the words are in; nil: the room's own.
    package var reader: PersonID?
    package var phrase: Phrase
    package var buttons: [[Choice]]
    /// The platform's id of the message this answers.
    package var replyTo: String?
    /// The account whose reply this message waits for: asks the platform to open a reply field for them alone.
    package var asks: Account?
    package var urgency: Urgency
    /// When it tells nobody anything any more, such as a reminder after its deadline; nil: never.
    package var expires: Date?
    /// For a person: where their answer is read by them alone, beside the room in which they asked.
    package var aside: RoomAddress?
    /// Goes along, always by a new upload: a platform's own id of a file could lead back to who sent it first.
    package var file: KeptFile?

    package init(
        to: Destination, reader: PersonID? = nil, _ phrase: Phrase, buttons: [[Choice]] = [],
        replyTo: String? = nil, asks: Account? = nil, urgency: Urgency = .reply,
        expires: Date? = nil, aside: RoomAddress? = nil, file: KeptFile? = nil
    ) {
        self.expires = expires
        self.to = to
        self.reader = reader
        self.phrase = phrase
        self.buttons = buttons
        self.replyTo = replyTo
        self.asks = asks
        self.urgency = urgency
        self.aside = aside
        self.file = file
    }
}

/// Where an owed message goes.
package enum Destination: Hashable, Codable, Sendable {
    case room(RoomAddress)
    /// A person, in private. Where they cannot be reached, a word in `fallback` says that something waits for them,
    /// never what.
    case person(PersonID, fallback: RoomAddress?)
}

/// How soon a message must go; lower goes first.
package enum Urgency: Int, Codable, Comparable, Sendable {
    /// An answer that somebody is looking at the screen for.
    case reply = 0
    case reminder = 1
    case broadcast = 2

    package static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
}

/// A button before it has a language.
package struct Choice: Hashable, Codable, Sendable {
    package var label: Phrase
    /// What pressing it says: a command (`/undo r7f`) or an answer to a question (`=Asia/Kolkata`);
    /// 1 to 64 bytes of UTF-8, the least that any platform allows.
    package var data: String

    package init(_ label: Phrase, _ data: String) {
        self.label = label
        self.data = data
    }
}

/// A rendered message, ready for one platform.
package struct Message: Hashable, Sendable {
    package var room: RoomAddress
    package var text: Text
    package var buttons: [[Button]]
    package var replyTo: String?
    package var asks: Account?
    /// Its content comes beside it, in `send(_:with:)`.
    package var file: KeptFile?
    /// The owed message's key; platforms that take an idempotency key send it along.
    package var key: String

    package init(
        room: RoomAddress, text: Text, buttons: [[Button]] = [], replyTo: String? = nil,
        asks: Account? = nil, file: KeptFile? = nil, key: String = ""
    ) {
        self.room = room
        self.text = text
        self.buttons = buttons
        self.replyTo = replyTo
        self.asks = asks
        self.file = file
        self.key = key
    }
}

/// A rendered button.
package struct Button: Hashable, Sendable {
    package var label: String
    package var data: String

    package init(_ label: String, _ data: String) {
        self.label = label
        self.data = data
    }
}
