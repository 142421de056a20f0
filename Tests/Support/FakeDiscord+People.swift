extension FakeDiscord {
    package struct Person: Sendable {
        package var id: Int
        package var name: String
        /// What they may do on the server, as Discord's bits.
        package var permissions: Int

        package init(id: Int, name: String, permissions: Int = 0) {
            self.id = id
            self.name = name
            self.permissions = permissions
        }
    }

    /// Something that the bot said.
    package struct Sent: Sendable {
        package enum Way: Hashable, Sendable {
            case message, callback(type: Int), filled, followUp
        }

        package var way: Way
        /// The channel of a message, else the interaction.
        package var place: String
        package var id: String
        package var content: String
        package var isEphemeral: Bool
        package var replyTo: String?
        /// What the buttons say when pressed, with the numbers that tell them apart.
        package var buttons: [String]
        package var file: FakeTelegram.File?
    }
}
