import ArgumentParser
import CohortBot

/// `cohortbot doctor`: what every file of the state is like.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Read every file of the state and name all damage.",
        discussion: "It changes nothing and may run beside the bot.")

    @OptionGroup var places: Places

    @Flag(help: "One JSON object a line for every file.")
    var json = false

    @Flag(help: "Write what is readable to STATE.repaired; the bot must be stopped.")
    var repair = false

    func validate() throws {
        if json, repair { throw ValidationError("--json and --repair do not go together.") }
    }

    func run() async throws {
        let doctor = Doctor(Setup(config: places.config, state: places.state), isJSON: json)
        if repair { try await doctor.repair() } else { try doctor.run() }
    }
}
