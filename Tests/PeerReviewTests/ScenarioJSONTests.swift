import FoundationEssentials
import PeerReview
import Testing

@Suite("Scenario files")
struct ScenarioJSONTests {
    @Test(
        "a fault is named by the field's path",
        arguments: [
            (#"{"learners": [], "submissions": []}"#, "k: missing"),
            (
                #"{"format": "x/2", "k": 1, "learners": [], "submissions": []}"#,
                "format: expected cohortbot.peer-review.scenario/1"
            ),
            (
                #"{"k": -1, "learners": [], "submissions": []}"#,
                "k: expected a whole number from 0 to 10000"
            ),
            (
                #"{"k": "three", "learners": [], "submissions": []}"#,
                "k: expected a whole number from 0 to 10000"
            ),
            (
                #"{"k": 1, "learners": [{"id": "a"}, {"level": 2}], "submissions": []}"#,
                "learners[1].id: missing"
            ),
            (
                #"{"k": 1, "learners": [{"id": "a", "level": 5}], "submissions": []}"#,
                "learners[0].level: expected a whole number from 0 to 4"
            ),
            (
                #"{"k": 1, "learners": [{"id": "a"}, {"id": "a"}], "submissions": []}"#,
                "learners[1].id: 'a' is there twice"
            ),
            (
                #"{"k": 1, "learners": [], "submissions": [{"id": "s", "authors": "a"}]}"#,
                "submissions[0].authors: expected a list of learner ids"
            ),
            (
                #"{"k": 1, "learners": [], "submissions": [], "policy": {"language": "any"}}"#,
                "policy.language: expected required or preferred"
            ),
            (
                #"{"k": 1, "learners": [], "submissions": [], "conflicts": [["a"]]}"#,
                "conflicts[0][1]: expected a pair of learner ids"
            ),
            (
                #"{"k": 1, "learners": [], "submissions": [], "kept": [{"reviewer": "a", "submission": "s", "state": "lost"}]}"#,
                "kept[0].state: expected done or open"
            ),
        ])
    func faults(text: String, fault: String) {
        let error = #expect(throws: ScenarioFault.self) {
            try Scenario(json: Data(text.utf8))
        }
        #expect(error?.description == fault)
    }

    @Test("what is no JSON says so", arguments: ["", "{", "[]", "k: 3"])
    func notJSON(text: String) {
        let error = #expect(throws: ScenarioFault.self) { try Scenario(json: Data(text.utf8)) }
        guard case .notJSON = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a file with unknown fields and left-out ones is read")
    func lenient() throws {
        let scenario = try Scenario(json: Data(ScenarioTests.written.utf8))
        #expect(scenario.learners.map(\.id) == ["u0", "u1"])
    }
}
