import FoundationEssentials
import PeerReview
import Testing

@Suite("Scenario")
struct ScenarioTests {
    static let written = """
        {"format": "cohortbot.peer-review.scenario/1", "name": "n", "seed": 101, "k": 3, "round": 2,
         "policy": {"language": "preferred", "same_group": "allowed", "later": 1},
         "learners": [{"id": "u0", "tz": "Asia/Kolkata", "utc_offset_minutes": 330,
            "languages": ["en", "hi"], "level": 3, "reliability": 0.86, "group": null,
            "active": true, "max_load": null}, {"id": "u1"}],
         "submissions": [{"id": "s0", "authors": ["u0"], "language": "en",
            "submitted_at": "2026-11-20T12:00:00Z", "late": true}],
         "conflicts": [["u0", "u1"]], "history": [{"round": 1, "reviewer": "u0", "author": "u1"}],
         "kept": [{"reviewer": "u1", "submission": "s0", "state": "done"}], "unknown": {"x": []}}
        """

    @Test("scenario/1 is read with unknown and missing fields, and written as it was")
    func roundTrip() throws {
        let scenario = try JSONDecoder().decode(Scenario.self, from: Data(Self.written.utf8))
        #expect(scenario.seed == 101)
        #expect(scenario.policy == Policy(language: .preferred, sameGroup: .allowed))
        #expect(scenario.learners[0].isExperienced)
        #expect(scenario.learners[1] == Learner(id: "u1"))
        #expect(scenario.submissions[0].late)
        #expect(scenario.conflicts == [Conflict("u0", "u1")])
        let again = try JSONDecoder().decode(
            Scenario.self, from: try JSONEncoder().encode(scenario))
        #expect(again == scenario)
    }

    @Test("another format is refused")
    func otherFormat() {
        let text = #"{"format": "cohortbot.peer-review.scenario/2", "k": 1}"#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Scenario.self, from: Data(text.utf8))
        }
    }

    @Test("allocation/1 has the fields of the contract")
    func allocation() throws {
        let allocation = Allocation(
            assignments: [Assignment(reviewer: "u1", submission: "s0")],
            unmet: [Unmet(submission: "s0", missing: 1, reason: .author, message: "m")])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(allocation), as: UTF8.self)
        #expect(
            text == #"{"assignments":[{"reviewer":"u1","submission":"s0"}],"#
                + #""format":"cohortbot.peer-review.allocation\/1","#
                + #""unmet":[{"message":"m","missing":1,"reason":"self","submission":"s0"}]}"#)
        let again = try JSONDecoder().decode(Allocation.self, from: Data(text.utf8))
        #expect(again == allocation)
    }
}
