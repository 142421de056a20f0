import Cohorts
import Foundation
import Journal
import Support

@testable import CohortBot

/// A bot that did something and was stopped, and what the operators' tools say of its state.
final class ToolTrial {
    let trial = TrialBot()
    private(set) var said: [String] = []

    var disk: MemoryFileSystem { trial.disk }
    let setup = Setup(config: nil, state: "state")

    /// Lila has a reminder, a work and a review of Marcos' work; Marcos likewise; each asked something.
    func live() async throws {
        _ = try await trial.run(
            "lila: /remind in 2 days water Lila's violets",
            "marcos: /remind in 3 days feed the cat",
            "lila: /submit Assignment 2 | https://example.org/lila-essay",
            "marcos: /submit Assignment 2 | https://example.org/marcos",
            "emma: /review plan 1 Assignment 2", "emma: /review start Assignment 2",
            "lila: /ask Where is the zebra crossing in the campus map?",
            "marcos: /ask Who sells purple umbrellas near gate seven?")
    }

    /// Lila has handed in a file.
    /// - Returns: where it lies.
    func submitFile() async throws -> String {
        _ = try await trial.run(
            "lila: /attach lila-essay.pdf", "lila: /submit Assignment 2 | by Lila's own hand")
        let paths = disk.tree.keys.filter { $0.hasPrefix("state/files/") }
        guard paths.count == 1, let path = paths.first else { throw TrialBot.Broken.file }
        return path
    }

    func say(_ line: String) { said.append(line) }

    /// What one tool prints.
    func heard(_ run: () async throws -> Void) async throws -> String {
        said = []
        try await run()
        return said.joined(separator: "\n")
    }

    func flip(_ path: String, _ position: Int) {
        guard var bytes = disk.contents(path) else { return }
        bytes[position] ^= 1
        disk.replace(path, with: bytes)
    }

    func export(_ path: String = "state") throws -> [String] {
        let world = try WorldReader.read(path, files: disk).world
        return try ExportedWorld(world, member: nil).lines(.init())
    }
}
