import Chat

/// One line of Telegram's command menu.
struct MenuEntry: Hashable, Sendable {
    /// Lower-case letters, digits and `_`: `/deadline add` stands there as `deadline_add`.
    var command: String
    var description: String

    /// Telegram takes at most 100 entries and only names of its own shape.
    static func all(
        _ cards: [CommandCard], summary: (CommandCard) -> String = { $0.summary }
    ) -> [MenuEntry] {
        var seen: Set<String> = []
        let entries = cards.compactMap { card -> MenuEntry? in
            let command = String(card.name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
            let words = summary(card)
            guard isAllowed(command), !words.isEmpty, seen.insert(command).inserted else {
                return nil
            }
            return MenuEntry(command: command, description: String(words.prefix(100)))
        }
        return Array(entries.prefix(100))
    }

    private static func isAllowed(_ command: String) -> Bool {
        (1...32).contains(command.utf8.count)
            && command.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
                    || $0 == UInt8(ascii: "_")
            }
    }
}
