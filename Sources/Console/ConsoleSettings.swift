package import Chat

/// How a console session is set up.
package struct ConsoleSettings: Sendable {
    package var cast: ConsoleCast
    /// Who speaks first; nil: the first member.
    package var speaker: String?
    package var isTerminal: Bool
    /// What is shown first on a terminal.
    package var greeting: String
    /// Part of every update's id. It must never repeat in the life of a state directory, or the bot takes a new
    /// message for one it has already answered.
    package var session: String
    /// Moves the clock by what was typed behind `/skip` and returns what to say, when all that fell due is out.
    package var skip: @Sendable (String) async -> String
    /// Reads a file of this machine that somebody attached, at most so many bytes of it.
    package var read: @Sendable (_ path: String, _ limit: Int) -> FetchedFile

    package init(
        cast: ConsoleCast, speaker: String? = nil, isTerminal: Bool, greeting: String = "",
        session: String, skip: @escaping @Sendable (String) async -> String,
        read: @escaping @Sendable (_ path: String, _ limit: Int) -> FetchedFile = { _, _ in .gone }
    ) {
        self.cast = cast
        self.speaker = speaker
        self.isTerminal = isTerminal
        self.greeting = greeting
        self.session = session
        self.skip = skip
        self.read = read
    }
}
