import ArgumentParser
import CohortBot

/// `cohortbot review allocate`: the matching engine alone.
struct ReviewAllocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate", abstract: "Decide who reviews whom.",
        discussion: """
            cohortbot review allocate --scenario round.json --out allocation.json
            Reads a cohortbot.peer-review.scenario/1 file and writes a cohortbot.peer-review.allocation/1 file; the same
            scenario and seed give the same bytes everywhere.
            """)

    @Option(help: "The file with the round: works, learners, rules, history.")
    var scenario: String

    @Option(help: "The file to write; standard output when there is none.")
    var out: String?

    @Option(
        help:
            "A whole number that decides between equally good results; the scenario's own when there is none."
    )
    var seed: UInt64?

    func run() throws {
        try AllocationRequest(scenario: scenario, out: out, seed: seed).run()
    }
}
