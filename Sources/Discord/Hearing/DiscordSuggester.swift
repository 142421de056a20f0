package import Chat

/// Completes what somebody types into an option, within a second or so.
package protocol DiscordSuggester: Sendable {
    /// The best first; Discord shows 25.
    func suggestions(_ question: DiscordSuggestion.Question) async -> [DiscordSuggestion]
}

/// One way to complete an option.
package struct DiscordSuggestion: Hashable, Sendable {
    /// What is being typed, by whom, and what else was given.
    package struct Question: Hashable, Sendable {
        package var command: String
        package var field: String
        package var typed: String
        package var given: [String: String]
        package var sender: Sender
        package var room: RoomAddress
        package var place: Place
    }

    /// What is shown: for a date, how it is read.
    package var label: String
    /// What is sent when it is chosen.
    package var value: String

    package init(_ label: String, value: String) {
        self.label = label
        self.value = value
    }

    /// Nil members would lose all suggestions, so what Discord refuses is cut.
    var json: JSON {
        let value = String(value.prefix(100))
        return [
            "name": .string(label.isEmpty ? value : String(label.prefix(100))),
            "value": .string(value),
        ]
    }
}
