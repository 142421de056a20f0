package import Chat
package import FoundationEssentials

/// Work that takes too long to do between two messages: accepted in one commit, done beside, finished in another.
package struct Job: Hashable, Codable, Sendable {
    package let id: ShortID
    package let task: Task
    /// Who asked, and where the result goes.
    package internal(set) var person: PersonID
    package var room: RoomAddress
    package let replyTo: String?
    package let startedAt: Date

    package init(
        id: ShortID, task: Task, person: PersonID, room: RoomAddress, replyTo: String?,
        startedAt: Date
    ) {
        self.id = id
        self.task = task
        self.person = person
        self.room = room
        self.replyTo = replyTo
        self.startedAt = startedAt
    }

    package enum Task: Hashable, Codable, Sendable {
        /// Match reviewers and works of a round; `start` hands the reviews out, else the figures are shown only.
        case match(round: ShortID, seed: UInt64, start: Bool)
        /// Mend a running round: a late work joins, or the reviews of the silent go to others.
        case mend(round: ShortID, seed: UInt64, release: Bool)
        /// Fetch the file that a command was given, then carry the command out.
        case fetch(FileRequest)
    }
}
