import Foundation
import Support
import Testing

@testable import CohortBot

/// States as released programs wrote them; they are never made anew.
@Suite("States of earlier releases")
struct ReleasedStatesTests {
    /// A fixture as a disk in memory.
    private func disk(_ name: String) throws -> MemoryFileSystem {
        let disk = MemoryFileSystem()
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(name)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        for directory in ["state", "state/files", "state/quarantine"] {
            try disk.createDirectory(directory)
        }
        for path in paths {
            let file = root.appending(path: path)
            if file.hasDirectoryPath || (try? file.checkResourceIsReachable()) != true { continue }
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory)
            if isDirectory.boolValue {
                try disk.createDirectory("state/\(path)")
            } else {
                disk.replace("state/\(path)", with: Array(try Data(contentsOf: file)))
            }
        }
        return disk
    }

    @Test(
        "a start finds everything that was in them, and goes on",
        arguments: [
            ("format-1", ["renew the domain", "call home"]),
            ("format-1-without-snapshot", ["renew the domain"]),
        ])
    func start(name: String, reminders: [String]) async throws {
        let trial = TrialBot(disk: try disk(name))
        let told = try await trial.run(
            "marcos: /reminders", "emma: /deadline list", "marcos: /remind in 902 days new")
        for words in reminders { #expect(told.contains(words)) }
        #expect(told.contains("Quiz 9"))
        #expect(told.contains("Saved: new"))
        let again = try await trial.run("marcos: /reminders")
        #expect(again.contains("\(reminders.count + 1) reminders:"))
    }
}
