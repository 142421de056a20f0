/// One connected chat service: what it hears goes into an inbox, what the bot says goes through `send`.
///
/// ```swift
/// struct Echo: ChatPlatform {
///     let platform = Platform(rawValue: "echo")
///     func run(_ inbox: any Inbox) async throws { /* decode, then `await inbox.receive(batch)`, then confirm */ }
///     func send(_ message: Message) async -> SendResult { print(message.text.plain); return .sent(id: nil) }
/// }
/// ```
/// Implementations keep their own wire format, limits and back-off to themselves.
package protocol ChatPlatform: Sendable {
    var platform: Platform { get }

    /// Hears until cancelled or until the service refuses the bot for good (a thrown error).
    ///
    /// A batch may be confirmed to the service only after `receive` returned: then its effects are on disk and its
    /// answers sent or owed.
    func run(_ inbox: any Inbox) async throws

    /// Sends one message, once; waiting and trying again is the caller's.
    func send(_ message: Message) async -> SendResult

    /// The address that opens a private chat with the bot, for somebody it cannot write to first; nil where there is
    /// none. `payload`, of letters, digits and `_`, comes back with `/start`.
    func privateChatLink(_ payload: String) async -> String?

    /// Sends one message with its file, once. `contents` are the bytes of `message.file`, which says how to call it.
    func send(_ message: Message, with contents: [UInt8]) async -> SendResult

    /// Fetches a file that somebody sent, at most `limit` bytes of it; trying again is the caller's.
    func fetch(_ attachment: Attachment, upTo limit: Int) async -> FetchedFile

    /// Shows that the bot is at work for as long as this runs; what takes less than a second needs no sign.
    func showActivity(in room: RoomAddress) async
}

/// For services without such links, files and signs.
extension ChatPlatform {
    package func privateChatLink(_ payload: String) async -> String? { nil }

    package func send(_ message: Message, with contents: [UInt8]) async -> SendResult {
        .invalid(reason: "no files here")
    }

    package func fetch(_ attachment: Attachment, upTo limit: Int) async -> FetchedFile { .gone }

    package func showActivity(in room: RoomAddress) async {}
}

/// Where platforms hand over what they heard.
package protocol Inbox: Sendable {
    /// Returns when the batch is safe to confirm. Updates are taken in order; one that fails harms no other.
    func receive(_ batch: [Incoming]) async
}

/// What became of one attempt to send.
package enum SendResult: Hashable, Sendable {
    /// It is out; `id` is the platform's id of the message.
    case sent(id: String?)
    /// Not executed: the service asks to wait so many seconds before the next message to this chat.
    case slowDown(seconds: Double)
    /// Not executed, and the service could not be reached or failed; worth trying again.
    case unreachable
    /// The connection died after the request was written: it may be out or not.
    case uncertain
    /// Not executed, and will not be before the person or the room's administrators act.
    case blocked
    /// Not executed: the chat has a new address.
    case moved(to: RoomAddress)
    /// Not executed: the service says the request itself is wrong. The reason is for the log and holds no user text.
    case invalid(reason: String)
}
