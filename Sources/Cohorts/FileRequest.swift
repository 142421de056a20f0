package import Chat

/// A file that a command was given.
package enum GivenFile: Hashable, Codable, Sendable {
    /// Still with the platform.
    case sent(Attachment)
    /// In the state's own `files/`.
    case kept(KeptFile)
}

/// A command that waits for the content of its file: what was asked for, by whom and with what right, so that it is
/// carried out after a restart as it would have been at once.
package struct FileRequest: Hashable, Codable, Sendable {
    package let file: GivenFile
    /// The most bytes that the command takes.
    package let limit: Int
    /// The command's name, and its fields as typed.
    package let command: String
    package let given: [String: String]
    package let account: Account
    package let name: String
    package let language: String?
    /// What the platform said of the sender's rights when they asked.
    package let authority: Authority
    /// The group's title; nil in private.
    package let title: String?
    /// Where an answer is read by them alone, for as long as it lasts.
    package let aside: RoomAddress?

    package init(
        file: GivenFile, limit: Int, command: String, given: [String: String], sender: Sender,
        place: Place, aside: RoomAddress? = nil
    ) {
        self.aside = aside
        self.file = file
        self.limit = limit
        self.command = command
        self.given = given
        account = sender.account
        name = sender.name
        language = sender.language
        authority = sender.authority
        if case .group(let title) = place { self.title = title } else { title = nil }
    }

    /// The message that asked, as far as it still matters.
    package func incoming(for job: Job) -> Incoming {
        Incoming(
            cause: Cause("job", job.id.rawValue),
            sender: Sender(account, name: name, language: language, authority: authority),
            room: job.room, place: title.map { .group(title: $0) } ?? .private,
            content: .text(""), message: job.replyTo, aside: aside, sentAt: job.startedAt)
    }
}
