/// Where messages go: a group, a topic in a group, a channel or a private chat on one platform.
///
/// Written `telegram:-100123`, with a topic `telegram:-100123/17`. The chat's own id is whatever the platform uses.
package struct RoomAddress: Hashable, Sendable {
    package let platform: Platform
    package let chat: String
    /// The topic or thread inside the chat; nil for the chat itself.
    package let topic: String?

    package init(_ platform: Platform, _ chat: String, topic: String? = nil) {
        self.platform = platform
        self.chat = chat
        self.topic = topic
    }

    /// The same chat without its topic: what a chat's rights and limits belong to.
    package var wholeChat: RoomAddress { RoomAddress(platform, chat) }
}

extension RoomAddress: LosslessStringConvertible {
    /// Reads `platform:chat` or `platform:chat/topic`; nil where the platform or the chat is missing.
    package init?(_ description: String) {
        guard let account = Account(description) else { return nil }
        guard let slash = account.id.utf8.firstIndex(of: UInt8(ascii: "/")) else {
            self.init(account.platform, account.id)
            return
        }
        let (chat, topic) = (account.id[..<slash], account.id[slash...].dropFirst())
        guard !chat.isEmpty else { return nil }
        self.init(account.platform, String(chat), topic: String(topic))
    }

    package var description: String {
        let whole = platform.rawValue + ":" + chat
        return topic.map { whole + "/" + $0 } ?? whole
    }
}
