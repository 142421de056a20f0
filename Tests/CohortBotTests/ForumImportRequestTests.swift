import Chat
import Cohorts
import Foundation
import Journal
import Support
import Testing

@testable import CohortBot

@Suite("cohortbot forum import")
struct ForumImportRequestTests {
    private static let first =
        "id,title,body,answer,author\n1,Where is the purple umbrella?,I lost it.,In the office.,zoe@example.org\n2,Who sells zebras?,,,\n"

    private func run(
        _ trial: ToolTrial, _ text: String, name: String = "faq.csv", cohort: String = "sample",
        isDry: Bool = false
    ) async throws -> String {
        try await trial.heard {
            try await ForumImportRequest(
                trial.setup, cohort: cohort, file: name, isDry: isDry, files: trial.disk,
                clock: trial.trial.clock,
                read: { _ in Array(text.utf8) }, say: trial.say, progress: { _, _ in }
            ).run()
        }
    }

    private func imported(_ trial: ToolTrial) throws -> [Cohorts.Thread] {
        try WorldReader.read("state", files: trial.disk).world.threads.map { $0.value }
            .filter { $0.source != nil }.sorted { $0.id < $1.id }
    }

    @Test("takes threads in, updates them the second time, and finds them in the chat")
    func twice() async throws {
        let trial = ToolTrial()
        _ = try await trial.trial.run("lila: /ping")
        #expect(try await run(trial, Self.first, isDry: true).contains("2 would be new"))
        #expect(try imported(trial) == [])
        let said = try await run(trial, Self.first)
        #expect(said.contains("faq.csv: CSV, 2 threads"))
        #expect(said.contains("2 are new, 0 are updated, 0 unchanged"))
        let before = try imported(trial)
        #expect(before.map(\.headline) == ["Where is the purple umbrella?", "Who sells zebras?"])
        #expect(before.first.map { $0.askedByName.hasPrefix("learner-") } == true)
        #expect(!before.contains { !$0.isPosted })
        #expect(try await run(trial, Self.first).contains("0 are updated, 2 unchanged"))
        let newer = Self.first.replacingOccurrences(of: "In the office.", with: "At gate seven.")
        #expect(try await run(trial, newer).contains("0 are new, 1 are updated, 1 unchanged"))
        let after = try imported(trial)
        #expect(after.map(\.id) == before.map(\.id))
        #expect(after.first?.answer?.text == "At gate seven.")
        let printed = try await trial.trial.run("lila: /forum search purple umbrella")
        #expect(printed.contains("At gate seven."))
        #expect(!printed.contains("zoe"))
        let exported = try trial.export().joined()
        #expect(exported.contains("At gate seven.") && !exported.contains("zoe"))
    }

    @Test("an answer that was marked in the chat stays where the export has none")
    func keepsAnswers() async throws {
        let trial = ToolTrial()
        _ = try await trial.trial.run("lila: /ping")
        _ = try await run(trial, Self.first)
        let open = try #require(try imported(trial).last)
        _ = try await trial.trial.run("emma: /forum answer \(open.id.rawValue) Nobody does.")
        _ = try await run(trial, Self.first)
        #expect(try imported(trial).last?.answer?.text == "Nobody does.")
    }

    @Test("refuses a cohort that is not there and a file that is none")
    func refusals() async throws {
        let trial = ToolTrial()
        _ = try await trial.trial.run("lila: /ping")
        let cohort = await #expect(throws: Failure.self) {
            _ = try await run(trial, Self.first, cohort: "nowhere")
        }
        #expect(cohort?.exitCode == 64)
        #expect(cohort?.lines.first?.contains("there is: sample") == true)
        let file = await #expect(throws: Failure.self) {
            _ = try await run(trial, "{\"a\":\n", name: "x.json")
        }
        #expect(file?.exitCode == 65)
        #expect(file?.lines.first?.hasPrefix("x.json:2: is no JSON") == true)
        let missing = #expect(throws: Failure.self) { try ImportFile.read("/nowhere/x.csv") }
        #expect(missing?.exitCode == 64)
        #expect(try imported(trial).isEmpty)
    }

    @Test("a bot that runs keeps its state")
    func live() async throws {
        let trial = ToolTrial()
        _ = try await trial.trial.run("lila: /ping")
        let reader = WorldReader()
        let journal = try Journal.open(
            directory: "state", files: trial.disk, now: trial.trial.clock.now, madeBy: "a bot",
            reader: reader.reader)
        let fault = await #expect(throws: Failure.self) { _ = try await run(trial, Self.first) }
        #expect(fault?.exitCode == 75)
        #expect(try await run(trial, Self.first, isDry: true).contains("2 would be new"))
        await journal.stop()
    }
}
