import PeerReview
import Testing

@Suite("Reassigning")
struct AllocatorReassigningTests {
    /// A round of which some reviews are finished, and what was given out.
    private func begun(_ scenario: Scenario, done isDone: (Int, Assignment) -> Bool) -> Scenario {
        let allocation = Allocator(seed: 1, steps: 4000).allocate(scenario)
        let done = allocation.assignments.enumerated().filter { isDone($0.offset, $0.element) }
        return scenario.continued(with: allocation, done: Set(done.map(\.element)))
    }

    @Test(
        "finished reviews stay, those of the silent go to others, nobody gets more than one extra")
    func dropouts() {
        let gone = Set((0..<8).map { "u\($0)" })
        var round = begun(.plain(learners: 40, k: 3)) { position, assignment in
            position % 2 == 0 && !gone.contains(assignment.reviewer)
        }
        for silent in 0..<8 { round.learners[silent].active = false }
        let mended = Allocator(seed: 2, steps: 4000).reassign(round)
        let changes = mended.changes(since: round.kept)
        #expect(mended.violations(in: round) == [])
        #expect(mended.unmet == [])
        #expect(changes.stayed.count >= 95)
        #expect(changes.withdrawn.count == changes.added.count)
        #expect(changes.withdrawn.count <= 25)
        #expect(mended.summary(of: round).greatestLoad == 4)
        let finished = round.kept.filter { $0.state == .done }
        #expect(
            finished.allSatisfy { review in
                changes.stayed.contains {
                    $0.reviewer == review.reviewer && $0.submission == review.submission
                }
            })
    }

    @Test("volunteers get the extra reviews before anybody else")
    func volunteers() {
        var round = begun(.plain(learners: 20, k: 3)) { _, _ in false }
        for silent in 0..<2 { round.learners[silent].active = false }
        let willing = Set((10..<18).map { "u\($0)" })
        let mended = Allocator(seed: 3, steps: 4000).reassign(round, volunteers: willing)
        #expect(mended.unmet == [])
        let loads = Dictionary(grouping: mended.assignments, by: \.reviewer).mapValues(\.count)
        let extra = Set(loads.filter { $0.value > 3 }.keys)
        #expect(extra.count == 6)
        #expect(extra.isSubset(of: willing))
    }

    @Test("when too many are gone for one extra each, what is missing is said")
    func tooMany() {
        var round = begun(.plain(learners: 12, k: 3)) { _, _ in false }
        for silent in 0..<6 { round.learners[silent].active = false }
        let mended = Allocator(seed: 4, steps: 4000).reassign(round)
        #expect(mended.summary(of: round).greatestLoad == 4)
        #expect(mended.unmet.reduce(0) { $0 + $1.missing } == 36 - 24)
        #expect(mended.unmet.allSatisfy { $0.reason == .load })
    }

    @Test("a late work takes one open review each from k others, and its author takes theirs")
    func late() {
        var round = begun(.plain(learners: 12, k: 3)) { _, _ in false }
        round.learners.append(Learner(id: "late", languages: ["en"]))
        round.submissions.append(
            Submission(id: "late work", authors: ["late"], language: "en", late: true))
        let mended = Allocator(seed: 5, steps: 4000).reassign(round)
        let changes = mended.changes(since: round.kept)
        let figures = mended.summary(of: round)
        #expect(figures.leastLoad == 3)
        #expect(figures.greatestLoad == 3)
        #expect(changes.withdrawn.count == 3)
        #expect(changes.added.count == 6)
        #expect(changes.added.count { $0.reviewer == "late" } == 3)
        #expect(changes.added.count { $0.submission == "late work" } == 3)
    }

    @Test("a late work after all are finished gets its reviews as extras")
    func lateAfterAll() {
        var round = begun(.plain(learners: 12, k: 3)) { _, _ in true }
        round.learners.append(Learner(id: "late", languages: ["en"]))
        round.submissions.append(Submission(id: "late work", authors: ["late"], language: "en"))
        let mended = Allocator(seed: 5, steps: 4000).reassign(round)
        let changes = mended.changes(since: round.kept)
        #expect(mended.violations(in: round) == [])
        #expect(mended.unmet == [])
        #expect(changes.withdrawn == [])
        #expect(changes.added.count == 3)
        #expect(mended.summary(of: round).greatestLoad == 4)
    }
}
