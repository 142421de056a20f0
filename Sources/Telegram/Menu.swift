import Chat

/// The commands that one kind of reader is offered in one language.
struct Menu: Hashable, Sendable {
    /// Who sees it. Telegram shows the narrowest that fits, so each is set even where two are alike: what an earlier
    /// program left in a narrow one would hide the rest.
    enum Scope: String, CaseIterable, Sendable {
        case everybody = "default"
        case privately = "all_private_chats"
        case groups = "all_group_chats"
        case administrators = "all_chat_administrators"

        /// Telegram knows administrators, not moderators: they are offered what moderators may do, as they can become
        /// one; owners know their few commands by heart.
        fileprivate func offers(_ role: Role) -> Bool {
            self == .administrators ? role < .owner : role == .learner
        }
    }

    var scope: Scope
    /// Two letters; nil: for whoever reads no language of the other menus.
    var language: String?
    var entries: [MenuEntry]

    /// A menu for each scope in English, and for each scope in each language that says anything of its own.
    static func all(
        _ cards: [CommandCard], languages: [String],
        summary: (CommandCard, _ language: String) -> String?
    ) -> [Menu] {
        Scope.allCases.flatMap { scope -> [Menu] in
            let offered = cards.filter { scope.offers($0.role) }
            let english = Menu(scope: scope, entries: MenuEntry.all(offered))
            var seen: Set<String> = []
            return [english]
                + languages.compactMap { language in
                    let code = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
                    let entries = MenuEntry.all(offered) { summary($0, language) ?? $0.summary }
                    guard code.utf8.count == 2, entries != english.entries,
                        seen.insert(code).inserted
                    else { return nil }
                    return Menu(scope: scope, language: code, entries: entries)
                }
        }
    }

    fileprivate func writeAddress(_ body: inout JSONWriter) {
        body.object("scope") { $0.member("type", scope.rawValue) }
        body.member("language_code", language)
    }
}

extension TelegramAPI {
    /// What stands in the place of this menu now.
    func getMyCommands(
        for menu: Menu
    ) async throws(CancellationError) -> TelegramAnswer<[MenuEntry]> {
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
        } _: { body in
            menu.writeAddress(&body)
        }
    }

    func setMyCommands(_ menu: Menu) async throws(CancellationError) -> TelegramAnswer<Bool> {
        try await call(.setMyCommands, within: .seconds(10)) { json throws(JSONFault) in
            try json.bool()
        } _: { body in
            body.list("commands") { list in
                for entry in menu.entries {
                    list.objectElement {
                        $0.member("command", entry.command)
                        $0.member("description", entry.description)
                    }
                }
            }
            menu.writeAddress(&body)
        }
    }
}
