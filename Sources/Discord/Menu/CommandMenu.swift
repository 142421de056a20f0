package import Chat

/// The bot's commands as Discord registers them, made from the same cards as everything else.
struct CommandMenu: Sendable {
    /// Discord takes so many; further ones work as text.
    private static let mostCommands = 100
    private static let mostOptions = 25

    let cards: [CommandCard]
    /// Entries of a message's own menu, in order.
    var entries: [String] = []
    var languages: [String] = []
    var words: DiscordSettings.MenuWords = { _, _ in nil }
    /// Which kinds of fields are completed while they are typed.
    var suggests: @Sendable (CommandCard, FieldCard) -> Bool = { _, _ in false }
    /// Fields that a form asks for, so that a command may come without them.
    var asksLater: @Sendable (CommandCard, FieldCard) -> Bool = { _, _ in false }

    /// All commands, as `PUT` takes them.
    var json: [JSON] {
        var roots: [String] = []
        for card in cards where !roots.contains(card.root) { roots.append(card.root) }
        let commands = roots.prefix(Self.mostCommands).compactMap { command(root: $0) }
        let own = entries.prefix(15).map { entry in
            localised(["type": 3, "name": .string(String(entry.prefix(32)))], name: entry)
        }
        return commands + own
    }

    private func command(root: String) -> JSON? {
        let leaves = cards.filter { $0.root == root }
        guard Self.isName(root), let first = leaves.first else { return nil }
        var members: [String: JSON] = ["type": 1, "name": .string(root)]
        if let leaf = leaves.first(where: { $0.name == root }), leaves.count == 1 {
            members["options"] = .array(options(of: leaf))
            members = describe(members, leaf)
        } else {
            // A root with sub-commands can neither be used by itself nor take options.
            let subs = leaves.filter { $0.name != root }.compactMap(sub).prefix(Self.mostOptions)
            members["options"] = .array(Array(subs))
            members = describe(members, leaves.first { $0.isDefaultLeaf } ?? first)
        }
        members["default_member_permissions"] =
            leaves.allSatisfy { $0.role >= .moderator }
            ? .int(Int64(Permissions.manageServer)) : nil
        return localised(members, name: root)
    }

    private func sub(_ card: CommandCard) -> JSON? {
        let name = String(card.name.dropFirst(card.root.count + 1)).replacing(" ", with: "-")
        guard Self.isName(name) else { return nil }
        let members: [String: JSON] = [
            "type": 1, "name": .string(name), "options": .array(options(of: card)),
        ]
        return localised(describe(members, card), name: name)
    }

    /// What is required comes first, as Discord wants it; the names tell which is which.
    private func options(of card: CommandCard) -> [JSON] {
        let fields = card.fields.filter { Self.isName($0.name) }
        // Words or a file: either may be left out.
        let required = fields.filter {
            $0.isRequired && $0.kind != .file && !asksLater(card, $0)
        }
        let rest = fields.filter { !required.contains($0) }
        let file = fields.contains { $0.kind == .file } ? [fileOption] : []
        return
            (required.map { option($0, of: card, isRequired: true) }
            + rest.map { option($0, of: card, isRequired: false) } + file)
            .prefix(Self.mostOptions).map { $0 }
    }

    /// What stands beside a field that takes words or a file.
    private var fileOption: JSON {
        localised(
            [
                "type": 11, "name": "file", "description": .string(MenuWord.filePrompt),
                "description_localizations": localisations(.file),
            ], name: "file")
    }

    private func option(_ field: FieldCard, of card: CommandCard, isRequired: Bool) -> JSON {
        var members: [String: JSON] = [
            "name": .string(field.name), "description": .string(Self.line(field.prompt)),
        ]
        if isRequired { members["required"] = true }
        switch field.kind {
        case .number: members["type"] = 4
        case .word, .text, .moment, .assignment, .cohort, .zone, .reminder, .review, .choice, .file:
            members["type"] = 3
        }
        if case .choice(let choices) = field.kind, choices.count <= Self.mostOptions {
            members["choices"] = .array(
                choices.map { ["name": .string($0), "value": .string($0)] })
        } else if suggests(card, field) {
            members["autocomplete"] = true
        }
        members["description_localizations"] = localisations(.prompt(card, field))
        return localised(members, name: field.name)
    }

    private func describe(_ members: [String: JSON], _ card: CommandCard) -> [String: JSON] {
        var members = members
        members["description"] = .string(Self.line(card.summary))
        members["description_localizations"] = localisations(.summary(card))
        return members
    }

    private func localised(_ members: [String: JSON?], name: String) -> JSON {
        var members = members.compactMapValues { $0 }
        let names = localisations(.name(name))
        // In another language too a name has to be one.
        let allowed = names?.object.filter { Self.isName($0.value.string ?? "") }
        let isFree = members["type"] == 3 && members["description"] == nil
        let kept = isFree ? names?.object : allowed
        members["name_localizations"] = kept.flatMap { $0.isEmpty ? nil : .object($0) }
        return .object(members)
    }

    private func localisations(_ word: MenuWord) -> JSON? {
        var found: [String: JSON] = [:]
        for language in languages {
            guard let text = words(word, language), !text.isEmpty else { continue }
            for locale in DiscordLocale.names(of: language) {
                found[locale] = .string(Self.line(text))
            }
        }
        return found.isEmpty ? nil : .object(found)
    }

    private static func line(_ text: String) -> String {
        let line = String(text.prefix(100))
        return line.isEmpty ? "…" : line
    }

    /// 1 to 32 letters, digits, `-` and `_` of any script, none of them a capital; of Devanagari and Thai the signs too.
    private static func isName(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        return (1...32).contains(scalars.count)
            && scalars.allSatisfy { scalar in
                scalar == "-" || scalar == "_"
                    || (0x0900...0x0963).contains(scalar.value)
                    || (0x0966...0x097F).contains(scalar.value)
                    || (0x0E01...0x0E4E).contains(scalar.value)
                    || ((scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                        && scalar.properties.lowercaseMapping == String(scalar))
            }
    }
}

/// Something in a menu with words of its own in each language.
package enum MenuWord: Hashable, Sendable {
    /// A command's, a sub-command's or an option's name.
    case name(String)
    case summary(CommandCard)
    case prompt(CommandCard, FieldCard)
    /// What stands beside a field that takes words or a file.
    case file

    package static let filePrompt = "A file, in the place of words"
}

/// Discord's own names for languages, of which it takes no others.
enum DiscordLocale {
    private static let all: Set<String> = [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
        "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
        "th", "zh-CN", "ja", "zh-TW", "ko",
    ]
    private static let usual = [
        "es": ["es-ES", "es-419"], "pt": ["pt-BR"], "sv": ["sv-SE"], "zh": ["zh-CN"], "nb": ["no"],
    ]

    /// None for English, which the commands have anyway, and for what Discord does not know.
    static func names(of language: String) -> [String] {
        guard language != "en" else { return [] }
        if all.contains(language) { return [language] }
        let short = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
        guard short != "en" else { return [] }
        return usual[short] ?? (all.contains(short) ? [short] : [])
    }
}
