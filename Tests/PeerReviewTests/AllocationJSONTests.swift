import FoundationEssentials
import PeerReview
import Testing

@Suite("Allocation files")
struct AllocationJSONTests {
    @Test("an allocation is one line of JSON that reads as itself")
    func line() throws {
        let scenario = Scenario.random(seed: 12)
        let allocation = Allocator(seed: 4, steps: 300).allocate(scenario)
        let json = try allocation.json()
        let text = String(decoding: json, as: UTF8.self)
        #expect(text.hasPrefix(#"{"assignments":[{"reviewer":""#))
        #expect(text.contains(#""format":"cohortbot.peer-review.allocation/1""#))
        #expect(!text.contains("\n"))
        #expect(try JSONDecoder().decode(Allocation.self, from: json) == allocation)
        #expect(try allocation.json() == json)
    }
}
