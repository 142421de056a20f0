import Testing

@testable import PeerReview

@Suite("Candidates")
struct CandidatesTests {
    @Test("a large round offers a few near ones a work, and all of them where few may")
    func few() {
        var scenario = Scenario.plain(learners: 200, k: 3)
        for index in 0..<200 { scenario.learners[index].utcOffsetMinutes = index % 24 * 60 }
        scenario.submissions[7].language = "hi"
        scenario.learners[100].languages = ["hi"]
        scenario.learners[150].languages = ["hi"]
        var chance = SplitMix64(seed: 1)
        let candidates = Candidates(Roster(scenario), perWork: 40, chance: &chance)
        #expect(!candidates.areAll)
        #expect(candidates.areAllOf.indices.filter { candidates.areAllOf[$0] } == [7])
        #expect(Set(candidates.reviewers[7]) == [100, 150])
        let roster = Roster(scenario)
        for (work, list) in candidates.reviewers.enumerated() where work != 7 {
            #expect((30...40).contains(list.count))
            #expect(Set(list).count == list.count)
            #expect(list.allSatisfy { roster.obstacle($0, work) == nil })
            #expect(list.contains { roster.gap($0, work) == 0 })
        }
    }
}
