import ArgumentParser
import CohortBot

/// `cohortbot forum`: the peer forum's search engine without a chat.
struct ForumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forum", abstract: "Search a peer forum, or take an exported one in.",
        subcommands: [ForumSearchCommand.self, ForumImportCommand.self])
}

/// `cohortbot forum search`: the search engine alone.
struct ForumSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Say which threads of a file answer a question.",
        discussion: """
            cohortbot forum search --corpus threads.jsonl 'how is the late penalty counted'
            Each line of the corpus is an object with "id", "title" and "body". With --jsonl and without a question,
            each line of standard input is an object with "id" and "text"; each is answered at once by a line with "id",
            "hits", "answered" and "confidence".
            """)

    @Option(help: "The file with the threads, one JSON object a line.")
    var corpus: String

    @Flag(help: "Answer in JSON, line by line.")
    var jsonl = false

    @Option(
        help: "The language of texts that do not show their own, such as pt; English if unsaid.")
    var language: String?

    @Argument(help: "The question, such as 'how is the late penalty counted'.")
    var query: String?

    func validate() throws {
        if query == nil, !jsonl {
            throw ValidationError("Say a question, or --jsonl to read lines from standard input.")
        }
    }

    func run() throws {
        let session = try ForumSearchSession(corpus: corpus, language: language)
        guard let query else { return session.answerLines() }
        if jsonl { session.answerAsJSON(query) } else { session.answer(query) }
    }
}
