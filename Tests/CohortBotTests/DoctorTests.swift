import Foundation
import Journal
import Support
import Testing

@testable import CohortBot

@Suite("cohortbot doctor")
struct DoctorTests {
    private func doctor(_ trial: ToolTrial, isJSON: Bool = false) -> Doctor {
        Doctor(
            trial.setup, isJSON: isJSON, files: trial.disk, host: .unknown, say: trial.say)
    }

    @Test("a sound state: one line a file, and what it comes to")
    func sound() async throws {
        let trial = ToolTrial()
        try await trial.live()
        let text = try await trial.heard { try doctor(trial).run() }
        #expect(text.contains("\nstate/HEAD: sound\n"))
        #expect(text.contains(" lines, records "))
        #expect(
            text.split(separator: "\n").last?.hasPrefix("state/ is sound, up to record ") == true)
    }

    @Test("damage: file, line, reason, the next step, and exit code 65")
    func damaged() async throws {
        let trial = ToolTrial()
        try await trial.live()
        trial.flip("state/journal/j-00000001.jsonl", 40)
        var exitCode: Int32?
        let text = try await trial.heard {
            do { try doctor(trial).run() } catch let failure as Failure {
                exitCode = failure.exitCode
                #expect(failure.lines == [])
            }
        }
        #expect(exitCode == 65)
        #expect(text.contains("\nstate/journal/j-00000001.jsonl:1: checksum does not match\n"))
        #expect(text.hasSuffix("cohortbot doctor --repair --state state, or restore a backup."))
    }

    @Test("for programs: one object a file, with every key")
    func json() async throws {
        let trial = ToolTrial()
        try await trial.live()
        trial.disk.replace("state/HEAD.tmp", with: [])
        let text = try await trial.heard { try doctor(trial, isJSON: true).run() }
        for line in text.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(
                Set(try #require(object).keys) == [
                    "path", "lines", "first_seq", "last_seq", "bytes", "sound", "findings",
                    "orphan",
                ])
        }
        #expect(text.contains(#""orphan":true"#))
    }

    @Test("nothing there is no fault; something newer is, and is not judged")
    func strange() async throws {
        let trial = ToolTrial()
        #expect(try await trial.heard { try doctor(trial).run() }.contains("nothing is there yet"))
        try await trial.live()
        trial.disk.replace(
            "state/FORMAT", with: Array("{\"format\":9,\"made_by\":\"cohortbot 9\"}\n".utf8))
        let failure = #expect(throws: Failure.self) { try doctor(trial).run() }
        #expect(failure?.exitCode == 78)
    }

    @Test("a repair: a new state beside the old, what is lost, and how to go on")
    func repair() async throws {
        let trial = ToolTrial()
        try await trial.live()
        let nothing = try await trial.heard { try await doctor(trial).repair() }
        #expect(nothing == "state/ is sound or not there; nothing to repair.")
        let path = "state/journal/j-00000001.jsonl"
        let lines = try #require(trial.disk.contents(path)).split(separator: 10)
        let hurt = try #require(
            lines.firstIndex { String(decoding: $0, as: UTF8.self).contains("violets") })
        trial.flip(path, lines[hurt].startIndex + 40)
        let before = trial.disk.contents(path)
        let text = try await trial.heard { try await doctor(trial).repair() }
        #expect(text.contains("\(path):\(hurt + 1): dropped: checksum does not match"))
        #expect(text.contains("record \(hurt + 1): missing"))
        #expect(text.hasSuffix("mv state state.damaged && mv state.repaired state"))
        #expect(trial.disk.contents(path) == before)
        let export = try trial.export("state.repaired").joined()
        #expect(!export.contains("violets"))
        #expect(export.contains("feed the cat"))
        let taken = await #expect(throws: Failure.self) { try await doctor(trial).repair() }
        #expect(taken?.exitCode == 73)
    }

    @Test("no repair while a bot is there")
    func inUse() async throws {
        let trial = ToolTrial()
        try await trial.live()
        let journal = try Journal.open(
            directory: "state", files: trial.disk, now: { .distantPast }, madeBy: "x",
            reader: WorldReader().reader)
        let failure = await #expect(throws: Failure.self) { try await doctor(trial).repair() }
        #expect(failure?.exitCode == 75)
        #expect(try await trial.heard { try doctor(trial).run() }.contains("is sound"))
        await journal.stop()
    }

    @Test("a file that a work names and that is gone is named")
    func missingFile() async throws {
        let trial = ToolTrial()
        let path = try await trial.submitFile()
        let sound = try await trial.heard { try doctor(trial).run() }
        #expect(sound.contains("state/files/: 1 file handed in, sound"))
        trial.disk.replace(path, with: nil)
        let text = try await trial.heard {
            let failure = #expect(throws: Failure.self) { try doctor(trial).run() }
            #expect(failure?.exitCode == 65)
        }
        #expect(text.contains("\n\(path):1: missing\n"))
        #expect(text.hasSuffix("Next: take the files named above from a backup."))
    }
}
