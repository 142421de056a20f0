import PeerReview
import Testing

@Suite("Allocator")
struct AllocatorTests {
    @Test(
        "a random round obeys every rule, and misses only what nobody could give",
        arguments: 1...60)
    func rules(seed: UInt64) {
        let scenario = Scenario.random(seed: seed)
        let allocation = Allocator(seed: seed, steps: 300).allocate(scenario)
        #expect(allocation.violations(in: scenario) == [])

        let judge = Judge(scenario: scenario)
        let learners = Dictionary(uniqueKeysWithValues: scenario.learners.map { ($0.id, $0) })
        let works = Dictionary(uniqueKeysWithValues: scenario.submissions.map { ($0.id, $0) })
        var load: [String: Int] = [:]
        var received: [String: Int] = [:]
        for assignment in allocation.assignments {
            load[assignment.reviewer, default: 0] += 1
            received[assignment.submission, default: 0] += 1
            guard let learner = learners[assignment.reviewer],
                let work = works[assignment.submission]
            else {
                Issue.record("unknown \(assignment)")
                continue
            }
            #expect(judge.mayReview(learner, work), "\(assignment)")
        }
        #expect(Set(allocation.assignments).count == allocation.assignments.count)
        for (learner, share) in zip(scenario.learners, judge.share()) {
            #expect(load[learner.id] ?? 0 <= share)
        }
        let missing = Dictionary(
            uniqueKeysWithValues: allocation.unmet.map { ($0.submission, $0.missing) })
        for work in scenario.submissions {
            #expect((received[work.id] ?? 0) + (missing[work.id] ?? 0) == scenario.k)
        }
        #expect(allocation.assignments.count == judge.possibleReviews())
        #expect(allocation.summary(of: scenario).mutualPairs == judge.mutualPairs(allocation))
    }

    @Test("the same seed gives the same allocation, another seed another one")
    func deterministic() {
        let scenario = Scenario.plain(learners: 30, k: 3)
        let first = Allocator(seed: 7, steps: 4000).allocate(scenario)
        #expect(first == Allocator(seed: 7, steps: 4000).allocate(scenario))
        #expect(first != Allocator(seed: 8, steps: 4000).allocate(scenario))
    }

    @Test(
        "everybody gives and gets exactly k, with no more mutual pairs than the numbers force",
        arguments: [
            (2, 1), (3, 1), (3, 2), (4, 1), (4, 2), (4, 3), (5, 1), (5, 2), (5, 3), (5, 4), (7, 3),
            (9, 4), (12, 3), (40, 3),
        ])
    func small(learners: Int, k: Int) {
        let scenario = Scenario.plain(learners: learners, k: k)
        let allocation = Allocator(seed: 1, steps: 8000).allocate(scenario)
        let figures = allocation.summary(of: scenario)
        #expect(allocation.unmet == [])
        #expect(figures.leastLoad == k)
        #expect(figures.greatestLoad == k)
        #expect(figures.mutualPairs == RoundLimits(learners: learners, k: k).forcedMutualPairs)
    }

    @Test("two rounds of five with two reviews each repeat nobody")
    func repeats() {
        var scenario = Scenario.plain(learners: 5, k: 2)
        let first = Allocator(seed: 1).allocate(scenario)
        scenario.history = first.assignments.map {
            PastReview(
                round: 1, reviewer: $0.reviewer, author: "u" + $0.submission.dropFirst())
        }
        #expect(Allocator(seed: 2).allocate(scenario).summary(of: scenario).repeats == 0)
    }

    @Test("a learner alone in the round is told so")
    func alone() {
        let allocation = Allocator(seed: 1).allocate(.plain(learners: 1, k: 3))
        #expect(allocation.assignments == [])
        #expect(
            allocation.unmet.map(\.message) == [
                "s0: none of 1 learner may review it (self: 1); 3 reviews short. "
                    + "Wait for the next learner, add a reviewer who reads 'en', "
                    + "or let an instructor review it."
            ])
    }

    @Test("nothing to allocate gives nothing", arguments: [0, -1, 3])
    func empty(k: Int) {
        let none = Scenario(k: k, learners: [], submissions: [])
        #expect(Allocator(seed: 1).allocate(none) == Allocation(assignments: []))
    }

    @Test("finished reviews stay, open ones of the silent move, and loads stay within one more")
    func dropouts() {
        var scenario = Scenario.plain(learners: 40, k: 3)
        let before = Allocator(seed: 1, steps: 4000).allocate(scenario)
        for silent in 0..<8 { scenario.learners[silent].active = false }
        let gone = Set((0..<8).map { "u\($0)" })
        scenario.kept = before.assignments.enumerated().map { position, assignment in
            let done = position % 2 == 0 && !gone.contains(assignment.reviewer)
            return KeptReview(
                reviewer: assignment.reviewer, submission: assignment.submission,
                state: done ? .done : .open)
        }
        let after = Allocator(seed: 2, steps: 4000).allocate(scenario)
        #expect(after.violations(in: scenario) == [])
        #expect(after.unmet == [])
        let stayed = Set(before.assignments).intersection(after.assignments).count
        #expect(stayed >= 95)
        #expect(after.summary(of: scenario).greatestLoad == 4)
    }

    @Test("a large round is matched from the nearest reviewers and still has equal loads")
    func large() {
        var scenario = Scenario.plain(learners: 260, k: 3)
        for index in scenario.learners.indices {
            scenario.learners[index].utcOffsetMinutes = index % 12 * 60
        }
        let allocation = Allocator(seed: 1, steps: 4000).allocate(scenario)
        let figures = allocation.summary(of: scenario)
        #expect(allocation.violations(in: scenario) == [])
        #expect(figures.leastLoad == 3)
        #expect(figures.greatestLoad == 3)
        #expect(figures.meanZoneGapHours < 1)
    }

    @Test("a round of a thousand obeys every rule, repeats nobody and has no mutual pair")
    func thousand() {
        var dice = Dice(seed: 9)
        var scenario = Scenario.plain(learners: 1000, k: 3)
        for index in 0..<1000 {
            scenario.learners[index].utcOffsetMinutes = 60 * dice.roll(-8...10)
            if dice.roll(0...3) == 0 { scenario.learners[index].languages = ["en", "hi"] }
            if dice.roll(0...29) == 0 { scenario.submissions[index].language = "hi" }
        }
        scenario.history = (0..<6000).map { index in
            PastReview(
                round: 1, reviewer: "u\(index % 1000)", author: "u\(dice.roll(0...999))")
        }
        let allocation = Allocator(seed: 3, steps: 2000).allocate(scenario)
        #expect(allocation.violations(in: scenario) == [])
        let figures = allocation.summary(of: scenario)
        #expect(figures.missing == 0)
        #expect(figures.repeats == 0)
        #expect(figures.mutualPairs == 0)
        #expect(figures.leastLoad == 3)
        #expect(figures.greatestLoad == 3)
        #expect(figures.meanZoneGapHours < 0.5)
    }
}
