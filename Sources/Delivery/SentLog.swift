package import Chat

/// Who writes down what became of owed messages; Delivery goes on when a call returns.
package protocol SentLog: Sendable {
    /// Durable messages are out.
    func sent(_ messages: [Sent]) async
    /// Returns when what was told is on disk, or cannot get there now: whoever tells more after that has it written
    /// together, and pays for one sync.
    func caughtUp() async
    /// A durable message will not be tried again.
    func undeliverable(key: String, reason: Undelivered) async
    /// A private message whose reader cannot be reached yet, durable or not. Whoever keeps the people keeps it too.
    func waits(_ owed: Owed) async
    /// The room does not take messages from the bot until somebody there acts.
    func blocked(room: RoomAddress) async
    /// A chat has a new address.
    func moved(from: RoomAddress, to: RoomAddress) async
}

/// A message that is out.
package struct Sent: Hashable, Sendable {
    package let key: String
    /// The platform's id of it (of the first part), where it has one.
    package let messageID: String?

    package init(key: String, messageID: String?) {
        self.key = key
        self.messageID = messageID
    }
}

/// Why a message did not arrive.
package enum Undelivered: Hashable, Sendable, CustomStringConvertible {
    /// Nobody knows where the receiver is, or they never wrote to the bot in private.
    case unknownReceiver
    /// The receiver blocked the bot, or the bot was removed.
    case blocked
    /// The connection died each time after the message was written: it may have arrived.
    case uncertain
    /// The platform says that the request is wrong, also without formatting and buttons.
    case invalid(reason: String)
    /// It could not go out before it told nobody anything any more.
    case expired

    /// For logs; never holds what people wrote.
    package var description: String {
        switch self {
        case .unknownReceiver: "unknown receiver"
        case .blocked: "blocked"
        case .uncertain: "uncertain"
        case .invalid(let reason): "invalid: \(reason)"
        case .expired: "expired"
        }
    }
}
