import Foundation
import PeerReview
import Testing

@testable import CohortBot

@Suite("cohortbot review allocate")
final class AllocationRequestTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "allocation-\(UUID().uuidString)")
    private var said: [String] = []

    init() throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    private func file(_ name: String, _ text: String? = nil) throws -> String {
        let place = directory.appending(path: name)
        if let text { try Data(text.utf8).write(to: place) }
        return place.path
    }

    private func run(_ scenario: String, out: String? = nil, seed: UInt64? = nil) throws {
        try AllocationRequest(scenario: scenario, out: out, seed: seed) { self.said.append($0) }
            .run()
    }

    private let round = """
        {"k": 1, "seed": 4, "learners": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "submissions":
         [{"id": "s", "authors": ["a"]}, {"id": "t", "authors": ["b"], "language": "zh"}]}
        """

    @Test("a round becomes an allocation that breaks no rule, the same one for the same seed")
    func allocation() throws {
        let path = try file("round.json", round)
        try run(path)
        try run(path, seed: 4)
        #expect(said.count == 2)
        #expect(said[0] == said[1])
        let allocation = try JSONDecoder().decode(Allocation.self, from: Data(said[0].utf8))
        #expect(allocation.violations(in: try Scenario(json: Data(round.utf8))) == [])
        #expect(allocation.unmet.map(\.submission) == ["t"])
    }

    @Test("with --out nothing goes to standard output, and what was there is replaced whole")
    func out() throws {
        let path = try file("round.json", round)
        let out = try file("allocation.json", String(repeating: "old ", count: 999))
        try run(path, out: out)
        #expect(said == [])
        let written = try String(contentsOfFile: out, encoding: .utf8)
        try run(path)
        #expect(written == said[0] + "\n")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == [
                "allocation.json", "round.json",
            ])
    }

    @Test("any number is a seed")
    func seeds() throws {
        let path = try file("round.json", round)
        for seed in [0, 1, .max] as [UInt64] { try run(path, seed: seed) }
        #expect(said.count == 3)
    }

    @Test(
        "a damaged scenario is named with its place and what to do",
        arguments: [
            ("", "not JSON: line 1, column 1: expected a value", "Write one JSON object"),
            ("[1]", "not JSON", "Write one JSON object"),
            (
                "{\"k\": 1,\n \"learners\": [}", "not JSON: line 2, column 15: expected a value",
                "Write one JSON object"
            ),
            (
                #"{"k": 1.5, "learners": [], "submissions": []}"#, "k: expected a whole number",
                "Write a whole number"
            ),
            (#"{"k": 1, "learners": []}"#, "submissions: missing", "Add submissions."),
            (
                #"{"k": 1, "submissions": [], "learners": [{"id": "a", "level": 9}]}"#,
                "learners[0].level: expected a whole number from 0 to 4",
                "Write a whole number from 0 to 4 at learners[0].level."
            ),
            (
                #"{"k": 9223372036854775807, "submissions": [], "learners": []}"#,
                "k: expected a whole number from 0 to 10000", "Write a whole number"
            ),
            (
                #"{"k": 1, "submissions": [], "learners": [{"id": "a"}, {"id": "a"}]}"#,
                "learners[1].id: 'a' is there twice", "Give every learner"
            ),
            (
                #"{"format": "x/2", "k": 1, "submissions": [], "learners": []}"#,
                "format: expected cohortbot.peer-review.scenario/1", "Write cohortbot"
            ),
        ])
    func damaged(text: String, place: String, step: String) throws {
        let path = try file("round.json", text)
        let failure = #expect(throws: Failure.self) { try run(path, out: try file("new.json")) }
        #expect(failure?.exitCode == 65)
        #expect(failure?.lines.first?.hasPrefix("\(path): \(place)") == true)
        #expect(failure?.lines.last?.hasPrefix(step) == true)
        #expect(said == [])
        #expect(!FileManager.default.fileExists(atPath: try file("new.json")))
    }

    @Test("a file that is not there, or a place that cannot be written, has its own exit code")
    func places() throws {
        let none = #expect(throws: Failure.self) { try run(try file("nothing.json")) }
        #expect(none?.exitCode == 64)
        #expect(none?.lines.first?.hasPrefix("--scenario: ") == true)
        let path = try file("round.json", round)
        let taken = #expect(throws: Failure.self) { try run(path, out: try file("no/where.json")) }
        #expect(taken?.exitCode == 73)
        let place = #expect(throws: Failure.self) { try run(path, out: directory.path) }
        #expect(place?.exitCode == 73)
    }
}
