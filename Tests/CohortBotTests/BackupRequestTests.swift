import Foundation
import Journal
import Support
import Testing

@testable import CohortBot

@Suite("cohortbot backup and restore")
struct BackupRequestTests {
    private func backup(_ trial: ToolTrial, _ destination: String) throws {
        try BackupRequest(
            trial.setup, destination: destination, files: trial.disk, clock: trial.trial.clock,
            say: trial.say
        ).run()
    }

    private func restore(_ trial: ToolTrial, to state: String) throws {
        try RestoreRequest(
            Setup(config: nil, state: state), source: "copy", files: trial.disk,
            clock: trial.trial.clock, say: trial.say
        ).run()
    }

    @Test("what goes there and back again is the same, and says what it holds")
    func roundTrip() async throws {
        let trial = ToolTrial()
        try await trial.live()
        let made = try await trial.heard { try backup(trial, "copy/") }
        #expect(made.hasPrefix("copy/ holds everything up to record "))
        #expect(made.contains(": 3 people, 1 cohort, "))
        let restored = try await trial.heard { try restore(trial, to: "new") }
        #expect(restored.hasPrefix("new/ holds everything up to record "))
        let export = try trial.export()
        #expect(try trial.export("copy") == export)
        #expect(try trial.export("new") == export)
    }

    @Test("what is in the way, missing or damaged has its own exit code")
    func refusals() async throws {
        let trial = ToolTrial()
        let nothing = #expect(throws: Failure.self) { try backup(trial, "copy") }
        #expect(nothing?.exitCode == 64)
        let none = #expect(throws: Failure.self) { try restore(trial, to: "new") }
        #expect(none?.exitCode == 64)
        try await trial.live()
        try backup(trial, "copy")
        let taken = #expect(throws: Failure.self) { try backup(trial, "copy") }
        #expect(taken?.exitCode == 73)
        #expect(taken?.lines.last == "Name a directory that is empty or not there yet.")
        let there = #expect(throws: Failure.self) { try restore(trial, to: "state") }
        #expect(there?.exitCode == 73)
        trial.flip("state/journal/j-00000001.jsonl", 40)
        let damaged = #expect(throws: Failure.self) { try backup(trial, "other") }
        #expect(damaged?.exitCode == 65)
    }
}
