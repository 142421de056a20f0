/// What a platform's token looks like; checked before it is sent anywhere, and nothing stricter.
enum TokenShape {
    case telegram, discord

    func accepts(_ token: String) -> Bool {
        let bytes = token.utf8
        guard bytes.count <= 1_024 else { return false }
        switch self {
        case .telegram:
            let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
                && parts[0].allSatisfy { (48...57).contains($0) }
                && parts[1].allSatisfy(Self.isTokenByte)
        case .discord:
            let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
            return parts.count == 3 && parts.allSatisfy { !$0.isEmpty }
                && bytes.allSatisfy { (0x21...0x7E).contains($0) }
        }
    }

    /// What to write instead.
    var words: String {
        switch self {
        case .telegram:
            "a Telegram token is digits, a colon, then letters, digits, - and _ (123456789:AAE…), as @BotFather gives it"
        case .discord:
            "a Discord token is three parts with dots between (MTk4….Cl2F….ZnCj…), from the Developer Portal under Bot"
        }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
    }
}
