import Testing

@testable import PeerReview

@Suite("Demand")
struct DemandTests {
    @Test("finished reviews count, a work listed twice counts once")
    func byWork() {
        var scenario = Scenario.plain(learners: 4, k: 2)
        scenario.kept = [
            KeptReview(reviewer: "u0", submission: "s1", state: .done),
            KeptReview(reviewer: "u2", submission: "s1", state: .done),
            KeptReview(reviewer: "u3", submission: "s1", state: .done),
            KeptReview(reviewer: "u0", submission: "s2", state: .open),
        ]
        scenario.submissions.append(scenario.submissions[0])
        #expect(Demand(Roster(scenario)).byWork == [2, 0, 2, 2, 0])
    }

    @Test("a work without experience weighs half a day for each of its reviews")
    func experience() {
        let roster = Roster(.plain(learners: 10, k: 3))
        var demand = Demand(roster)
        #expect(demand.missingExperience == 3 * 360)
        let changes = demand.lack(10, roster)
        #expect(changes)
        #expect(demand.missingExperience == 2 * 360)
        let changesAgain = demand.lack(10, roster)
        #expect(!changesAgain)
    }
}
