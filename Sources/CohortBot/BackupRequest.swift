package import Chat
import Cohorts
import FoundationEssentials
package import Journal

/// `cohortbot backup`: a copy of the state that a start accepts, also beside a running bot.
package struct BackupRequest {
    private let directory: String
    private let destination: String
    private let files: any FileSystem
    private let clock: any WallClock
    private let say: (String) -> Void

    package init(
        _ setup: Setup, destination: String, files: any FileSystem = SystemFiles(),
        clock: any WallClock = SystemClock(),
        say: @escaping (String) -> Void = Terminal.standard.print
    ) {
        directory = setup.stateDirectoryAlone.withoutSlash
        self.destination = destination.withoutSlash
        self.files = files
        self.clock = clock
        self.say = say
    }

    /// - Throws: `Failure` 64 where there is no state, 65 for a damaged one, 73 where the destination is not empty or
    ///   cannot be written.
    package func run() throws {
        let start = clock.now()
        let reader = WorldReader()
        let made: Backup.Made?
        do throws(JournalFault) {
            made = try Backup.make(
                of: directory, at: destination, files: files, program: Bot.program,
                makeReader: reader.restarted)
        } catch {
            throw Failure(error, taken: destination)
        }
        guard let made else { throw Failure(64, ["\(directory)/: there is no state to back up"]) }
        let seconds = clock.now().timeIntervalSince(start)
        say("\(destination)/ holds \(made.words(reader.world)); made in \(seconds.tenths) s.")
        say(
            "It was read again as a start reads it. To go back to it: cohortbot restore \(destination)"
        )
    }
}

extension Failure {
    /// A place that is taken is said with what to do about it.
    init(_ fault: JournalFault, taken place: String) {
        if case .disk(let error) = fault, error.operation == .createDirectory, error.path == place {
            self.init(
                fault.exitCode, ["\(fault)", "Name a directory that is empty or not there yet."])
        } else {
            self.init(fault)
        }
    }
}

extension Backup.Made {
    /// What a copy holds, for whoever made it.
    func words(_ world: World) -> String {
        func count(_ number: Int, _ one: String, _ many: String) -> String {
            "\(number) \(number == 1 ? one : many)"
        }
        let parts = [
            count(world.people.count, "person", "people"),
            count(world.cohorts.count, "cohort", "cohorts"),
            count(world.deadlines.count, "deadline", "deadlines"),
            count(world.reminders.count, "reminder", "reminders"),
            count(world.works.count, "work", "works"),
            count(world.threads.count, "thread", "threads"),
        ]
        return
            "everything up to record \(recovery.lastSeq): \(parts.joined(separator: ", ")); \(bytes.size)"
    }
}

extension Int {
    /// `512 bytes`, `1.3 MB`.
    fileprivate var size: String {
        if self < 1000 { return "\(self) bytes" }
        if self < 1_000_000 { return "\((Double(self) / 1000).tenths) kB" }
        return "\((Double(self) / 1_000_000).tenths) MB"
    }
}

extension Double {
    /// With one digit behind the point.
    fileprivate var tenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
