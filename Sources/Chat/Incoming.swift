package import FoundationEssentials

/// What made a change happen, written `telegram:991`: the source and its own id of the update.
///
/// A commit carries its cause, so an update that comes again after a crash is known and has no second effect.
package struct Cause: Hashable, Sendable {
    /// Which connection delivered it: a platform's name, or `clock` for what falls due by itself.
    package let source: String
    /// The source's own id; unique per source for as long as the source repeats anything.
    package let id: String

    package init(_ source: String, _ id: String) {
        self.source = source
        self.id = id
    }
}

extension Cause: LosslessStringConvertible {
    package init?(_ description: String) {
        guard let account = Account(description) else { return nil }
        self.init(account.platform.rawValue, account.id)
    }

    package var description: String { "\(source):\(id)" }
}

/// One thing that somebody did on a chat platform: a message, a press of a button, a change of a room.
///
/// Platforms decode their own wire formats into this; nothing above them sees anything else.
package struct Incoming: Hashable, Sendable {
    package var cause: Cause
    package var sender: Sender
    package var room: RoomAddress
    package var place: Place
    /// Where an answer is read by the sender alone although it is asked for in a group; nil where the platform has no
    /// such place. It may last for minutes only; a platform then reaches the sender in private.
    package var aside: RoomAddress?
    package var content: Content
    /// The platform's id of this message, so that an answer can be a reply to it.
    package var message: String?
    package var replyTo: Quote?
    /// The file that came with it; then the text is its caption, and may be empty.
    package var attachment: Attachment?
    package var sentAt: Date
    /// When the platform heard of it: long after `sentAt` where the bot was away.
    package var heardAt: Date

    /// What was typed, at first or anew; nil for everything else.
    package var text: String? {
        switch content {
        case .text(let text), .edited(let text): text
        case .command, .press, .botAdded, .botRemoved, .moved: nil
        }
    }

    package init(
        cause: Cause, sender: Sender, room: RoomAddress, place: Place, content: Content,
        message: String? = nil, replyTo: Quote? = nil, attachment: Attachment? = nil,
        aside: RoomAddress? = nil, sentAt: Date,
        heardAt: Date? = nil
    ) {
        self.heardAt = heardAt ?? sentAt
        self.cause = cause
        self.sender = sender
        self.room = room
        self.place = place
        self.aside = aside
        self.content = content
        self.message = message
        self.replyTo = replyTo
        self.attachment = attachment
        self.sentAt = sentAt
    }
}

/// Who did it, as the platform vouches for it.
package struct Sender: Hashable, Sendable {
    package var account: Account
    /// The display name; user text, never trusted and never markup.
    package var name: String
    /// The platform's idea of the person's language (BCP 47), if it has one.
    package var language: String?
    package var authority: Authority

    package init(
        _ account: Account, name: String, language: String? = nil, authority: Authority = .member
    ) {
        self.account = account
        self.name = name
        self.language = language
        self.authority = authority
    }
}

/// What the platform says a sender may do in the room they wrote in, asked at the time of the message.
package enum Authority: String, Hashable, Codable, Sendable {
    case member
    case administrator
    /// The platform could not be asked; treated like a member, and the refusal says so.
    case unknown
}

/// The kind of room a message was written in.
package enum Place: Hashable, Sendable {
    case `private`
    case group(title: String)

    package var isPrivate: Bool { self == .private }
}

/// What was done.
package enum Content: Hashable, Sendable {
    /// A text message, or the caption of a picture or file.
    case text(String)
    /// A command whose fields the platform itself divided: `deadline add`, and what was given for each field's name.
    case command(String, fields: [String: String])
    /// A pressed button's data: a command such as `/undo r7f`, or `=` and an answer to the bot's question.
    case press(String)
    /// A message that was sent before and is changed now, with its new text.
    case edited(String)
    /// The bot was added to the room.
    case botAdded
    /// The bot was removed from the room, or blocked by the person.
    case botRemoved
    /// The room has a new address (a Telegram group became a supergroup).
    case moved(to: RoomAddress)
}

extension Content {
    /// What was asked, as somebody would have typed it; nil for what nobody types.
    package var words: String? {
        switch self {
        case .text(let text), .edited(let text): text
        case .command(let name, let fields):
            (["/" + name] + fields.sorted { $0.key < $1.key }.map(\.value)).joined(separator: " ")
        case .press, .botAdded, .botRemoved, .moved: nil
        }
    }
}

/// The message that an incoming one replies to.
package struct Quote: Hashable, Codable, Sendable {
    package var message: String
    package var author: Account?
    package var authorName: String
    package var text: String
    /// Whether this bot wrote it.
    package var isOurs: Bool
    /// The file that came with it.
    package var attachment: Attachment?

    package init(
        message: String, author: Account?, authorName: String, text: String, isOurs: Bool,
        attachment: Attachment? = nil
    ) {
        self.message = message
        self.author = author
        self.authorName = authorName
        self.text = text
        self.isOurs = isOurs
        self.attachment = attachment
    }
}
