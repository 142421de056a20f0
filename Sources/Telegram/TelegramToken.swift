/// A bot's token, which has no textual form: it cannot be printed, interpolated, dumped or reflected.
///
/// Only the API's addresses are built from it, and only its end can be named, for the message that says which of
/// several tokens was refused.
package struct TelegramToken: Sendable {
    private let text: String

    /// Accepts `digits:` and then letters, digits, `_` and `-`; nothing stricter, tokens of the future included.
    package init?(_ text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let id = parts.first, let secret = parts.last,
            !id.isEmpty, !secret.isEmpty, id.allSatisfy({ (0x30...0x39).contains($0) }),
            secret.allSatisfy({ Self.isSecretByte($0) })
        else { return nil }
        self.text = text
    }

    /// The last four characters.
    package var end: String { String(text.suffix(4)) }

    /// The bot's part of an API address. Not for logs: whoever has it has the bot.
    var path: String { "/bot\(text)/" }

    /// Words that came from outside, unless they repeat the token: a proxy may name the address that it refuses.
    ///
    /// The secret's characters stand for themselves in an address, so its encoded form is found too.
    func kept(outOf words: String) -> String {
        let secret = text.drop { $0 != ":" }.dropFirst()
        return words.contains(secret) ? "(words that hold the token)" : words
    }

    private static func isSecretByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension TelegramToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(token)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
