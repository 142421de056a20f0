/// A bot's token, which has no textual form: it cannot be printed, interpolated, dumped or reflected.
package struct DiscordToken: Sendable {
    private let text: String

    /// Accepts three parts divided by dots, of letters, digits, `_` and `-`; nothing stricter.
    package init?(_ text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) })
        else { return nil }
        self.text = text
    }

    /// The last four characters.
    package var end: String { String(text.suffix(4)) }

    /// The value of the `Authorization` header. Not for logs: whoever has it has the bot.
    var authorization: String { "Bot \(text)" }

    /// As the gateway wants it. Not for logs either.
    var bare: String { text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension DiscordToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(token)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
