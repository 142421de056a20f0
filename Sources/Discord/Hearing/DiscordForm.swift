package import Chat

/// A form that opens when a command comes without its long texts.
package struct DiscordForm: Hashable, Sendable {
    /// The command that it belongs to.
    package let card: CommandCard
    /// What it asks for, at most five fields.
    package let fields: [FieldCard]

    package var command: String { card.name }

    /// What is asked for where a card has a field for several lines: that field and what follows it; nil without one.
    package init?(_ card: CommandCard) {
        guard let first = card.fields.firstIndex(where: \.isLong) else { return nil }
        self.init(card, card.fields[first...])
    }

    /// All that a command takes.
    package init(whole card: CommandCard) { self.init(card, card.fields[...]) }

    private init(_ card: CommandCard, _ fields: ArraySlice<FieldCard>) {
        self.card = card
        self.fields = Array(fields.prefix(5))
    }

    /// The response that opens it, in the language of whoever sees it as far as there are words.
    ///
    /// What was given already stands in its inputs; the id names the command and is new each time, so that Discord
    /// shows nobody's old words.
    func response(
        for interaction: Interaction, given: [String: String], words: DiscordSettings.MenuWords
    ) -> JSON {
        let language = String((interaction.sender.language ?? "en").prefix { $0 != "-" })
        let inputs = fields.flatMap { field in
            let prompt = words(.prompt(card, field), language) ?? field.prompt
            let input = Self.label(prompt, Self.input(field, given: given[field.name]))
            guard field.kind == .file else { return [input] }
            return [
                input, Self.label(words(.file, language) ?? MenuWord.filePrompt, Self.upload),
            ]
        }
        return [
            "type": 9,
            "data": [
                "custom_id": .string("\(command)|\(interaction.id)"),
                "title": .string(Self.line(words(.summary(card), language) ?? card.summary)),
                "components": .array(inputs),
            ],
        ]
    }

    /// Whether a command's fields leave something for the form to ask.
    func isNeeded(for given: [String: String]) -> Bool {
        fields.contains { $0.isRequired && given[$0.name]?.isEmpty ?? true }
    }

    static func command(of id: String) -> String { String(id.prefix { $0 != "|" }) }
}

extension DiscordForm {
    /// Discord takes so many characters in one input.
    private static let longestInput = 4_000
    private static let longestLabel = 45
    private static let longestDescription = 100

    private static func input(_ field: FieldCard, given: String?) -> JSON {
        var members: [String: JSON] = [
            "type": 4, "custom_id": .string(field.name),
            "style": field.isLong || field.kind == .text ? 2 : 1,
            // Words or a file: neither has to be there, and without both the bot asks.
            "required": .bool(field.isRequired && field.kind != .file),
            "max_length": .int(Int64(longestInput)),
        ]
        if let given, !given.isEmpty {
            members["value"] = .string(String(given.prefix(longestInput)))
        }
        return .object(members)
    }

    /// Takes one file, or none; see "File Upload" in Discord's component reference.
    private static let upload: JSON = [
        "type": 19, "custom_id": "file", "required": false, "min_values": 0, "max_values": 1,
    ]

    /// An input below its name, and below the whole sentence where the name is cut.
    private static func label(_ prompt: String, _ component: JSON) -> JSON {
        let line = line(prompt)
        var members: [String: JSON] = [
            "type": 18, "label": .string(line), "component": component,
        ]
        if line != prompt {
            members["description"] = .string(String(prompt.prefix(longestDescription)))
        }
        return .object(members)
    }

    /// At most 45 characters, cut between words.
    private static func line(_ text: String) -> String {
        guard text.utf16.count > longestLabel else { return text }
        var line = String(text.prefix(longestLabel - 1))
        while line.utf16.count > longestLabel - 1 { line.removeLast() }
        let end = line.lastIndex(of: " ") ?? line.endIndex
        return String(line[..<end]) + "…"
    }
}
