/// A link that opens a private chat with the bot and has it hear `/start PAYLOAD`.
///
/// For somebody who never wrote to the bot, and whom it may therefore not write to first. Anybody can make such a
/// link, so its payload proves nothing.
package struct DeepLink: Hashable, Sendable {
    package let url: String

    /// Nil where the payload is not 1 to 64 letters, digits, `_` and `-`, or the name is none that Telegram gives.
    package init?(to username: String, payload: String) {
        guard (1...64).contains(payload.utf8.count), payload.utf8.allSatisfy(Self.isAllowed),
            !username.isEmpty,
            username.utf8.allSatisfy({ Self.isAllowed($0) && $0 != UInt8(ascii: "-") })
        else { return nil }
        url = "https://t.me/\(username)?start=\(payload)"
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension TelegramPlatform {
    /// Nil until Telegram has said what the bot is called.
    package func privateChatLink(_ payload: String) async -> String? {
        await record.health.username.flatMap { DeepLink(to: $0, payload: payload)?.url }
    }
}
