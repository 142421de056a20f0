import FoundationEssentials
import PeerReview
import Testing

@Suite("Allocation files")
struct AllocatorJSONTests {
    let scenario = """
        {"k": 1, "seed": 4, "learners": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "submissions":
         [{"id": "s", "authors": ["a"]}, {"id": "t", "authors": ["b"], "language": "zh"}]}
        """

    @Test("a scenario file becomes an allocation file, the same one for the same seed")
    func allocation() throws {
        let first = try Allocator.allocation(forScenario: Data(scenario.utf8))
        #expect(first == (try Allocator.allocation(forScenario: Data(scenario.utf8), seed: 4)))
        let text = String(decoding: first, as: UTF8.self)
        #expect(text.hasPrefix(#"{"assignments":[{"reviewer":""#))
        #expect(text.contains(#""format":"cohortbot.peer-review.allocation/1""#))
        #expect(!text.contains("\n"))
        let allocation = try JSONDecoder().decode(Allocation.self, from: first)
        #expect(allocation.violations(in: try Scenario(json: Data(scenario.utf8))) == [])
        #expect(allocation.unmet.map(\.submission) == ["t"])
    }

    @Test("a fault in the file is passed on")
    func fault() {
        #expect(throws: ScenarioFault.missing(path: "k")) {
            try Allocator.allocation(forScenario: Data(#"{"learners": []}"#.utf8))
        }
    }
}
