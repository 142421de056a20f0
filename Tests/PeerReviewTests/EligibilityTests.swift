import PeerReview
import Testing

@Suite("Eligibility")
struct EligibilityTests {
    @Test(
        "a work in a language few read names the work, who may, why not the others, and three ways out"
    )
    func language() throws {
        var scenario = Scenario.plain(learners: 10, k: 3)
        scenario.submissions[5].language = "zh"
        scenario.learners[1].languages = ["en", "zh"]
        scenario.learners[2].languages = ["en", "zh"]
        let unmet = try #require(Allocator(seed: 1).allocate(scenario).unmet.first)
        #expect(unmet.submission == "s5")
        #expect(unmet.missing == 1)
        #expect(unmet.reason == .language)
        #expect(
            unmet.message == "s5: only 2 of 10 learners may review it (language: 7, self: 1); "
                + "1 review short. Lower k to 2, add a reviewer who reads 'zh', "
                + "or let an instructor review it.")
    }

    @Test("works that compete for the same reviewers say so")
    func competition() throws {
        var scenario = Scenario.plain(learners: 10, k: 2)
        for index in 0..<4 { scenario.submissions[index].language = "hi" }
        for index in 7..<9 { scenario.learners[index].languages = ["hi"] }
        let unmet = Allocator(seed: 1).allocate(scenario).unmet
        #expect(unmet.reduce(0) { $0 + $1.missing } >= 4)
        let crowded = try #require(unmet.first { $0.reason == .load })
        #expect(crowded.message.contains("their share goes to"))
    }

    @Test("each learner is counted once, under the first reason")
    func counts() throws {
        var scenario = Scenario.plain(learners: 6, k: 2)
        scenario.learners[1].active = false
        scenario.learners[2].group = "a"
        scenario.learners[0].group = "a"
        scenario.conflicts = [Conflict("u3", "u0")]
        scenario.learners[4].languages = ["pt"]
        let work = try #require(Eligibility(of: "s0", in: scenario))
        #expect(work.eligible == 1)
        #expect(
            work.obstacles == [
                .inactive: 1, .author: 1, .group: 1, .conflict: 1, .language: 1,
            ])
        #expect(Eligibility(of: "nowhere", in: scenario) == nil)
    }
}
