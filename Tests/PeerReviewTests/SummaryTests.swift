import PeerReview
import Testing

@Suite("Summary")
struct SummaryTests {
    @Test("the figures of a preview are those of its reviews")
    func figures() {
        var scenario = Scenario.plain(learners: 3, k: 1)
        scenario.learners[0].utcOffsetMinutes = -660
        scenario.learners[1].utcOffsetMinutes = 720
        for index in 0..<3 { scenario.learners[index].level = index == 0 ? 3 : 0 }
        scenario.history = [PastReview(round: 1, reviewer: "u0", author: "u1")]
        let allocation = Allocation(
            assignments: [
                Assignment(reviewer: "u0", submission: "s1"),
                Assignment(reviewer: "u1", submission: "s0"),
            ], unmet: [Unmet(submission: "s2", missing: 1, reason: .load, message: "")])
        let figures = allocation.summary(of: scenario)
        #expect(figures.reviewers == 2)
        #expect(figures.works == 3)
        #expect(figures.reviews == 2)
        #expect(figures.missing == 1)
        #expect(figures.repeats == 1)
        #expect(figures.mutualPairs == 1)
        // From UTC−11 to UTC+12 it is one hour round the other way.
        #expect(figures.meanZoneGapHours == 1)
        #expect(abs(figures.experiencedShare - 1.0 / 3) < 1e-9)
        #expect(abs(figures.softCost - (1.0 / 12 + 1.0 / 3)) < 1e-9)
        #expect(figures.leastLoad == 0)
        #expect(figures.greatestLoad == 1)
    }

    @Test("nothing has no figures")
    func empty() {
        let figures = Allocation(assignments: []).summary(
            of: Scenario(k: 1, learners: [], submissions: []))
        #expect(figures.softCost == 0)
        #expect(figures.reviewers == 0)
    }
}
