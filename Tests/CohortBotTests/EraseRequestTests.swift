import Cohorts
import Configuration
import Discord
import Foundation
import Journal
import Support
import Testing

@testable import CohortBot

@Suite("cohortbot erase")
struct EraseRequestTests {
    private func erase(
        _ trial: ToolTrial, _ member: String, on disk: MemoryFileSystem? = nil,
        configuration: ConfigurationFiles = ConfigurationFiles(contents: [:])
    ) async throws {
        try await EraseRequest(
            trial.setup, member: member, files: disk ?? trial.disk, configuration: configuration,
            clock: trial.trial.clock, say: trial.say
        ).run()
    }

    private let traces = ["console:lila", "violets", "lila-essay", "zebra", "Lila"]

    private func export(_ disk: MemoryFileSystem) throws -> String {
        let world = try WorldReader.read("state", files: disk).world
        return try ExportedWorld(world, member: nil).lines(EventCodec()).joined()
    }

    /// The files of a state that hold a word, but for copies.
    private func files(with word: String, on disk: MemoryFileSystem) -> [String] {
        disk.tree.filter { path, bytes in
            path.hasPrefix("state/") && path != "state/BALLAST"
                && String(decoding: bytes, as: UTF8.self).contains(word)
        }.map(\.key)
    }

    @Test("no file of the state holds anything of them, and everybody else's part is as it was")
    func gone() async throws {
        let trial = ToolTrial()
        try await trial.live()
        _ = try await trial.trial.run("lila: /remind in 4 days water the violets again")
        trial.disk.replace("state/quarantine/j-00000009.jsonl.1", with: Array("violets".utf8))
        for word in traces { #expect(!files(with: word, on: trial.disk).isEmpty, "\(word)") }
        let before = try trial.export().filter { line in !traces.contains { line.contains($0) } }
        let text = try await trial.heard { try await erase(trial, "console:lila") }
        #expect(text.contains("is erased: 1 account, 1 membership, 2 reminders, 1 work, "))
        for word in traces { #expect(files(with: word, on: trial.disk) == [], "\(word)") }
        let after = try trial.export()
        let changed = before.filter { !after.contains($0) }
        // The cohort has a member less.
        #expect(
            changed.allSatisfy { $0.contains(#""type":"cohort""#) || $0.contains(#""reviewer""#) })
        #expect(after.joined().contains("feed the cat"))
        let again = await #expect(throws: Failure.self) { try await erase(trial, "console:lila") }
        #expect(again?.exitCode == 64)
    }

    @Test(
        "which private chats there were is forgotten, and what else the gateway's file holds is not"
    )
    func privateRooms() async throws {
        let trial = ToolTrial()
        try await trial.live()
        let record = GatewayRecord(identifications: [5], newest: "8", privateRooms: ["9111"])
        trial.disk.replace("state/gateway", with: record.bytes)
        try await erase(trial, "console:lila")
        let left = await GatewayFile(directory: "state", files: trial.disk).load()
        #expect(left == GatewayRecord(identifications: [5], newest: "8"))
    }

    @Test("the files that only they handed in go, too, and are counted")
    func files() async throws {
        let trial = ToolTrial()
        let own = try await trial.submitFile()
        _ = try await trial.trial.run(
            "marcos: /attach marcos.pdf", "marcos: /submit Assignment 2",
            "emma: /attach marcos.pdf", "emma: /submit Assignment 2")
        let others = trial.disk.tree.keys.filter { $0.hasPrefix("state/files/") && $0 != own }
        let text = try await trial.heard { try await erase(trial, "console:lila") }
        #expect(text.contains("1 work, 1 file that they sent"))
        #expect(trial.disk.contents(own) == nil)
        try await erase(trial, "console:marcos")
        #expect(others.count == 1 && others.allSatisfy { trial.disk.contents($0) != nil })
    }

    @Test("copies and files that still hold the person are named")
    func copies() async throws {
        let trial = ToolTrial()
        try await trial.live()
        for place in ["backup-1", "state/backup-2", "state.damaged"] {
            try BackupRequest(
                trial.setup, destination: place, files: trial.disk, clock: trial.trial.clock,
                say: { _ in }
            ).run()
        }
        trial.disk.replace("backup-bad/HEAD", with: [1])
        let text = try await trial.heard {
            try await erase(
                trial, "console:lila",
                configuration: ConfigurationFiles(contents: [
                    "bot-config/cohorts/main.yaml": Array(
                        "members:\n  - account: console:lila\n  - account: console:lilaq".utf8)
                ]))
        }
        for place in ["backup-1", "state/backup-2", "state.damaged"] {
            #expect(text.contains("\n\(place): this person is still in it"))
        }
        #expect(text.contains("\nbackup-bad: this person may still be in it; it cannot be read"))
        #expect(
            text.hasSuffix(
                "\nbot-config/cohorts/main.yaml:2: names this person; take that out, too"))
    }

    @Test("nobody of that name, and a bot that is there")
    func refusals() async throws {
        let trial = ToolTrial()
        let nothing = await #expect(throws: Failure.self) { try await erase(trial, "p12") }
        #expect(nothing?.exitCode == 64)
        #expect(try trial.disk.list("state") == nil, "no state is made")
        try await trial.live()
        let journal = try Journal.open(
            directory: "state", files: trial.disk, now: { .distantPast }, madeBy: "x",
            reader: WorldReader().reader)
        let inUse = await #expect(throws: Failure.self) { try await erase(trial, "console:lila") }
        #expect(inUse?.exitCode == 75)
        await journal.stop()
    }

    @Test(
        "killed anywhere, nobody else loses anything; once it is told, the person is gone",
        arguments: [MemoryFileSystem.Fault.die, .fail(code: 5)])
    func killed(_ fault: MemoryFileSystem.Fault) async throws {
        let trial = ToolTrial()
        try await trial.live()
        let whole = trial.disk.afterKill()
        let rehearsal = whole.afterKill()
        try await erase(trial, "console:lila", on: rehearsal)
        for number in 1...rehearsal.count {
            let disk = whole.afterKill()
            disk.plan = { $0.number == number ? fault : nil }
            let isTold = (try? await erase(trial, "console:lila", on: disk)) != nil
            let left = disk.afterKill()
            #expect(try export(left).contains("feed the cat"))
            if isTold { #expect(files(with: "violets", on: left) == [], "operation \(number)") }
        }
    }
}
