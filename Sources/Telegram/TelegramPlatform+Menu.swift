package import Chat
import Logging

extension TelegramPlatform {
    /// Puts the commands into the menu that opens when a person types `/`, unless they are there already.
    ///
    /// Every command works without the menu, so nothing waits for it: it is tried, ever more rarely, until Telegram
    /// can be reached or says that it does not want it.
    package func announce(cards: [CommandCard]) async {
        let wanted = MenuEntry.all(cards)
        var wait = 5.0
        while await !hasMenu(wanted) {
            guard (try? await clock.sleep(seconds: wait)) != nil else { return }
            wait = min(2 * wait, 300)
        }
    }

    /// Whether nothing is left to do.
    private func hasMenu(_ wanted: [MenuEntry]) async -> Bool {
        guard let current = try? await api.getMyCommands() else { return true }
        if case .result(wanted) = current { return true }
        guard let answer = try? await api.setMyCommands(wanted) else { return true }
        switch answer {
        case .result:
            logger.info("the command menu was set", metadata: ["commands": "\(wanted.count)"])
            return true
        case .refusal(let refusal) where refusal.code < 500 && refusal.code != 429:
            logger.warning("Telegram refused the command menu with error \(refusal.code)")
            return true
        case .refusal, .unreadable, .failed: return false
        }
    }
}

/// One line of Telegram's command menu.
struct MenuEntry: Hashable, Sendable {
    /// Lower-case letters, digits and `_`: `/deadline add` stands there as `deadline_add`.
    var command: String
    var description: String

    /// Telegram takes at most 100 entries and only names of its own shape.
    static func all(_ cards: [CommandCard]) -> [MenuEntry] {
        var seen: Set<String> = []
        let entries = cards.compactMap { card -> MenuEntry? in
            let command = String(card.name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
            guard isAllowed(command), !card.summary.isEmpty, seen.insert(command).inserted else {
                return nil
            }
            return MenuEntry(command: command, description: String(card.summary.prefix(100)))
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

extension TelegramAPI {
    func getMyCommands() async throws(CancellationError) -> TelegramAnswer<[MenuEntry]> {
        try await call(.getMyCommands, within: .seconds(10)) { json throws(JSONFault) in
            var entries: [MenuEntry] = []
            try json.array { json throws(JSONFault) in
                var entry = MenuEntry(command: "", description: "")
                try json.object { name, json throws(JSONFault) in
                    switch name {
                    case "command": entry.command = try json.string()
                    case "description": entry.description = try json.string()
                    default: break
                    }
                }
                entries.append(entry)
            }
            return entries
        }
    }

    func setMyCommands(
        _ entries: [MenuEntry]
    ) async throws(CancellationError) -> TelegramAnswer<Bool> {
        try await call(.setMyCommands, within: .seconds(10)) { json throws(JSONFault) in
            try json.bool()
        } _: { body in
            body.list("commands") { list in
                for entry in entries {
                    list.objectElement {
                        $0.member("command", entry.command)
                        $0.member("description", entry.description)
                    }
                }
            }
        }
    }
}
