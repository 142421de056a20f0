package import Chat

/// A form that opens when a command comes without its long texts.
package struct DiscordForm: Hashable, Sendable {
    package struct Input: Hashable, Sendable {
        /// The field of the command that it fills.
        package var field: String
        /// At most 45 characters.
        package var label: String
        package var isRequired: Bool
        package var isLong: Bool

        package init(field: String, label: String, isRequired: Bool = true, isLong: Bool = true) {
            self.field = field
            self.label = label
            self.isRequired = isRequired
            self.isLong = isLong
        }
    }

    /// The command that it belongs to, `goal set`.
    package var command: String
    package var title: String
    package var inputs: [Input]

    package init(command: String, title: String, inputs: [Input]) {
        self.command = command
        self.title = title
        self.inputs = inputs
    }

    /// What is asked for where a card has a field for several lines: that field and what follows it; nil without one.
    package init?(_ card: CommandCard) {
        guard let first = card.fields.firstIndex(where: \.isLong) else { return nil }
        self.init(card, card.fields[first...])
    }

    /// All that a command takes.
    package init(whole card: CommandCard) { self.init(card, card.fields[...]) }

    private init(_ card: CommandCard, _ fields: ArraySlice<FieldCard>) {
        command = card.name
        title = card.summary
        inputs = fields.prefix(5).map { field in
            Input(
                field: field.name, label: field.prompt, isRequired: field.isRequired,
                isLong: field.isLong || field.kind == .text)
        }
    }

    /// The response that opens it. What was given already stands in its inputs; the id names the command and is new
    /// each time, so that Discord shows nobody's old words.
    func response(for interaction: Interaction, given: [String: String]) -> JSON {
        let rows: [JSON] = inputs.prefix(5).map { input in
            var members: [String: JSON] = [
                "type": 4, "custom_id": .string(input.field), "style": input.isLong ? 2 : 1,
                "label": .string(Self.line(input.label)),
                "required": .bool(input.isRequired), "max_length": 4_000,
            ]
            if let value = given[input.field], !value.isEmpty {
                members["value"] = .string(String(value.prefix(4_000)))
            }
            return ["type": 1, "components": [.object(members)]]
        }
        return [
            "type": 9,
            "data": [
                "custom_id": .string("\(command)|\(interaction.id)"),
                "title": .string(Self.line(title)), "components": .array(rows),
            ],
        ]
    }

    /// Whether a command's fields leave something for the form to ask.
    func isNeeded(for given: [String: String]) -> Bool {
        inputs.contains { $0.isRequired && given[$0.field]?.isEmpty ?? true }
    }

    /// At most 45 characters, cut between words.
    private static func line(_ text: String) -> String {
        guard text.utf16.count > 45 else { return text }
        var line = String(text.prefix(44))
        while line.utf16.count > 44 { line.removeLast() }
        let end = line.lastIndex(of: " ") ?? line.endIndex
        return String(line[..<end]) + "…"
    }

    static func command(of id: String) -> String { String(id.prefix { $0 != "|" }) }
}
