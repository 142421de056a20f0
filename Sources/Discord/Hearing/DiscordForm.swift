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

    /// The response that opens it. What was given already stands in its inputs; the id names the command and is new
    /// each time, so that Discord shows nobody's old words.
    func response(for interaction: Interaction, given: [String: String]) -> JSON {
        let rows: [JSON] = inputs.prefix(5).map { input in
            var members: [String: JSON] = [
                "type": 4, "custom_id": .string(input.field), "style": input.isLong ? 2 : 1,
                "label": .string(String(input.label.prefix(45))),
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
                "title": .string(String(title.prefix(45))), "components": .array(rows),
            ],
        ]
    }

    /// Whether a command's fields leave something for the form to ask.
    func isNeeded(for given: [String: String]) -> Bool {
        inputs.contains { $0.isRequired && given[$0.field]?.isEmpty ?? true }
    }

    static func command(of id: String) -> String { String(id.prefix { $0 != "|" }) }
}
