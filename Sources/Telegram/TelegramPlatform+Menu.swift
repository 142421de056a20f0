package import Chat
import Logging

extension TelegramPlatform {
    /// Puts the commands into the menu that opens when a person types `/`, unless they are there already.
    ///
    /// A failure harms nobody (every command works without the menu), so it is tried a few times and then left.
    package func announce(cards: [CommandCard]) async {
        let wanted = MenuEntry.all(cards)
        for attempt in 1...4 {
            guard let problem = await setMenu(wanted) else { return }
            logger.warning("the command menu could not be set: \(problem)")
            let wait = 5.0 * Double(attempt)
            guard attempt < 4, (try? await clock.sleep(seconds: wait)) != nil else { return }
        }
    }

    /// - Returns: why not, in words for the log; nil when the menu is as wanted, or the bot is to stop.
    private func setMenu(_ wanted: [MenuEntry]) async -> String? {
        guard let current = try? await api.getMyCommands() else { return nil }
        if case .result(wanted) = current { return nil }
        guard let answer = try? await api.setMyCommands(wanted) else { return nil }
        switch answer {
        case .result:
            logger.info("the command menu was set", metadata: ["commands": "\(wanted.count)"])
            return nil
        case .refusal(let refusal): return "error \(refusal.code)"
        case .unreadable(let status): return "HTTP status \(status)"
        case .failed(let failure): return failure.words
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
        try await call(.getMyCommands, within: 10) { json throws(JSONFault) in
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
        try await call(.setMyCommands, within: 10) { json throws(JSONFault) in
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
