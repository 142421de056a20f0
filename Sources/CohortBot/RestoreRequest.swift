package import Chat
import Cohorts
package import Journal

/// `cohortbot restore`: a backup becomes the state, in a place where none is.
package struct RestoreRequest {
    private let directory: String
    private let source: String
    private let files: any FileSystem
    private let clock: any WallClock
    private let say: (String) -> Void

    package init(
        _ setup: Setup, source: String, files: any FileSystem = SystemFiles(),
        clock: any WallClock = SystemClock(),
        say: @escaping (String) -> Void = Terminal.standard.print
    ) {
        directory = setup.stateDirectoryAlone.withoutSlash
        self.source = source.withoutSlash
        self.files = files
        self.clock = clock
        self.say = say
    }

    /// - Throws: `Failure` 64 where there is no backup, 65 for a damaged one, 73 where a state is there already, 75
    ///   where a bot uses it.
    package func run() throws {
        let reader = WorldReader()
        let made: Backup.Made?
        do throws(JournalFault) {
            made = try Restore.run(
                from: source, to: directory, files: files, now: clock.now, program: Bot.program,
                makeReader: reader.restarted)
        } catch {
            throw Failure(error, taken: directory)
        }
        guard let made else { throw Failure(64, ["\(source)/: there is no backup"]) }
        say("\(directory)/ holds \(made.words(reader.world)).")
        say(
            "It was read again as a start reads it. What was done after the backup was made is not in it."
        )
    }
}
