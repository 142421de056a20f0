import PeerReview
import Testing

@Suite("Violations")
struct ViolationTests {
    /// Three learners in a circle, k = 1.
    let scenario = Scenario.plain(learners: 3, k: 1)
    let circle = [("u0", "s1"), ("u1", "s2"), ("u2", "s0")].map {
        Assignment(reviewer: $0.0, submission: $0.1)
    }

    @Test("a circle breaks no rule")
    func clean() {
        #expect(Allocation(assignments: circle).violations(in: scenario) == [])
    }

    @Test("each broken rule is named")
    func broken() {
        func found(
            _ change: (inout Scenario) -> Void = { _ in }, _ edges: [Assignment]? = nil
        ) -> [Violation] {
            var changed = scenario
            change(&changed)
            return Allocation(assignments: edges ?? circle).violations(in: changed)
        }
        #expect(found({ $0.learners[0].active = false }).contains(.inactive(circle[0])))
        #expect(found({ $0.submissions[1].language = "hi" }) == [.language(circle[0])])
        #expect(found({ $0.conflicts = [Conflict("u1", "u0")] }) == [.conflict(circle[0])])
        #expect(
            found({
                $0.learners[0].group = "a"
                $0.learners[1].group = "a"
            }) == [.sameGroup(circle[0])])
        #expect(
            found({ $0.learners[0].maxLoad = 0 }).contains(
                .overloaded(reviewer: "u0", load: 1, limit: 0)))
        let own = Assignment(reviewer: "u1", submission: "s1")
        #expect(found({ _ in }, [own, circle[1], circle[2]]).contains(.ownWork(own)))
        #expect(found({ _ in }, circle + [circle[0]]).contains(.duplicate(circle[0])))
        let stranger = Assignment(reviewer: "u9", submission: "s1")
        #expect(found({ _ in }, [stranger, circle[1], circle[2]]).contains(.unknown(stranger)))
        #expect(
            found({ _ in }, [circle[0], circle[1]]).contains(
                .reviews(submission: "s0", got: 0, missingSaid: 0, k: 1)))
        let kept = KeptReview(reviewer: "u2", submission: "s1", state: .done)
        #expect(found({ $0.kept = [kept] }).contains(.lost(kept)))
    }

    @Test("a learner with two fewer reviews than another who could share is named")
    func unequal() {
        let scenario = Scenario.plain(learners: 4, k: 1)
        let edges = [("u0", "s1"), ("u0", "s2"), ("u1", "s3"), ("u2", "s0")].map {
            Assignment(reviewer: $0.0, submission: $0.1)
        }
        #expect(
            Allocation(assignments: edges).violations(in: scenario) == [
                .unequalLoad(reviewer: "u3", load: 0)
            ])
    }
}
