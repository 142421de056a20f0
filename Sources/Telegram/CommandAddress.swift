/// Takes the bot's own name off a command: `/ping@ThisBot now` → `/ping now`.
///
/// A command is the text's first word, so nothing has to be counted in UTF-16, and captions or clients that send no
/// entities read the same.
enum CommandAddress {
    /// Nil for a command that names another bot. Telegram's names are ASCII and written in any case.
    static func stripped(_ text: String, for username: String?) -> String? {
        let bytes = text.utf8
        guard bytes.first == UInt8(ascii: "/") else { return text }
        let afterSlash = bytes.index(after: bytes.startIndex)
        guard let at = bytes[afterSlash...].firstIndex(where: { !isNamePart($0) }),
            at > afterSlash, bytes[at] == UInt8(ascii: "@")
        else { return text }
        let nameStart = bytes.index(after: at)
        let nameEnd = bytes[nameStart...].firstIndex { !isNamePart($0) } ?? bytes.endIndex
        let name = text[nameStart..<nameEnd]
        guard !name.isEmpty else { return text }
        guard name.lowercased() == username?.lowercased() else { return nil }
        return String(text[..<at] + text[nameEnd...])
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
        default: false
        }
    }
}
