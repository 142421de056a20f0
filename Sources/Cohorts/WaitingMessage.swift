package import Chat
package import FoundationEssentials

/// A private message whose reader cannot be written to yet: it goes out once they open a private chat.
package struct WaitingMessage: Hashable, Codable, Sendable {
    package let key: String
    package let person: PersonID
    package var message: Outgoing
    package let since: Date

    /// Seconds after which nobody expects it any more.
    package static let lasts = 14 * 86_400.0
    /// More than so many for one person are not kept: the oldest goes.
    package static let most = 20

    package init(key: String, person: PersonID, message: Outgoing, since: Date) {
        self.key = key
        self.person = person
        self.message = message
        self.since = since
    }
}
