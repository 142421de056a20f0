import ArgumentParser
import CohortBot

/// `cohortbot when`: the date engine alone.
struct WhenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "when", abstract: "Say which moment a text means.",
        discussion: """
            cohortbot when 'next Friday 5pm' --zone America/Sao_Paulo
            With --jsonl and without a text, each line of standard input is an object with "text" and, if you like,
            "reference_time", "tz", "lang", "country" and "prefer"; each is answered by a line with "start", "end",
            "rrule" and "ask".
            """)

    @Flag(help: "Answer in JSON, line by line.")
    var jsonl = false

    @Argument(help: "The text, such as 'tomorrow 5pm'.")
    var text: String?

    @Option(help: "The moment that counts as now, such as 2026-11-23T10:00:00-05:00.")
    var reference: String?

    @Option(
        help: "The time zone, such as Asia/Kolkata; UTC when neither this nor a country is given.")
    var zone: String?

    @Option(help: "The language, such as pt-BR; English when nothing is said.")
    var language: String?

    @Option(
        help:
            "The country, such as IN: what IST means, how 3/4 is read, and the zone when none is given."
    )
    var country: String?

    func validate() throws {
        if text == nil, !jsonl {
            throw ValidationError("Say a text, or --jsonl to read lines from standard input.")
        }
    }

    func run() throws {
        let session = try WhenSession(
            Setup(config: nil, state: nil), reference: reference, zone: zone, language: language,
            country: country)
        guard let text else { return session.answerLines() }
        if jsonl { session.answerAsJSON(text) } else { session.answer(text) }
    }
}
