import Chat
package import Cohorts
import Dates
package import FoundationEssentials
import HashTreeCollections
package import PeerReview

/// Mending a running round as a job: a late work joins, or the reviews of the silent go to others. Whatever somebody
/// has begun stays with them.
package struct RoundMending: Sendable {
    package let job: Job
    private let round: Round
    private let isRelease: Bool
    private let silent: Set<PersonID>
    private let volunteers: Set<String>
    private let zones: ZoneDatabase
    /// Everything the engine looks at. A result holds only while this is still the case.
    package let scenario: Scenario

    /// - Returns: nil where the round is gone or over.
    package init?(_ job: Job, in world: World, knowledge: Knowledge) {
        guard case .mend(let id, let seed, let isRelease) = job.task, let round = world.rounds[id],
            round.isRunning, let cohort = world.cohorts[round.cohort]
        else { return nil }
        let reviews = world.reviews(in: round.id)
        let silent = isRelease ? world.releasable(in: round, at: job.startedAt) : []
        let spared = isRelease ? world.silent(in: round.id).subtracting(silent) : []
        let owing = Dictionary(grouping: reviews, by: \.reviewer).mapValues(\.count)
        let volunteers = Set(round.volunteers ?? [])
        var scenario = world.scenario(
            of: round, in: cohort, seed: seed, at: job.startedAt, knowledge)
        for index in scenario.learners.indices {
            let person = PersonID(rawValue: scenario.learners[index].id)
            // Who lost theirs in an earlier release does not get others' now, unless they offered it.
            let isOut = isRelease && owing[person] == nil && !volunteers.contains(person)
            if isOut || silent.contains(person) { scenario.learners[index].active = false }
            // One more than promised at most; whoever heard of their reviews late keeps them, and gets none on top.
            scenario.learners[index].maxLoad =
                spared.contains(person) ? owing[person] : round.reviewsPerWork + 1
        }
        let active = Set(scenario.learners.filter(\.active).map(\.id))
        scenario.kept = reviews.compactMap { review in
            let (reviewer, work) = (review.reviewer.rawValue, review.work.rawValue)
            if Self.mustGo(review, round, world) { return nil }
            if review.isBegun {
                return KeptReview(reviewer: reviewer, submission: work, state: .done)
            }
            return active.contains(reviewer)
                ? KeptReview(reviewer: reviewer, submission: work, state: .open) : nil
        }
        self.job = job
        self.round = round
        self.isRelease = isRelease
        self.silent = silent
        self.scenario = scenario
        zones = knowledge.dates.zones
        self.volunteers = Set(volunteers.map(\.rawValue))
    }

    /// The long part: no state, no time, the same result for the same scenario.
    package func run() -> Allocation {
        Allocator(seed: scenario.seed).reassign(scenario, volunteers: volunteers)
    }

    package func decision(for allocation: Allocation, in world: World, now: Date) -> Decision {
        var decision = Decision(kind: "job", events: [JobFinished(id: job.id)])
        let title = world.title(of: round)
        guard allocation.violations(in: scenario).isEmpty else {
            if isRelease { decision.messages = [report("reviews.not-mended", title, [], [])] }
            return decision
        }
        let change = change(allocation, in: world)
        let reassigned = RoundReassigned(
            id: round.id, withdrawn: change.withdrawn.map(\.id), added: change.added,
            isRelease: isRelease, at: now, number: world.nextNumber + change.added.count)
        var after = world
        reassigned.apply(to: &after)
        let notes = notes(change, in: after, now)
        decision.events += [reassigned] + notes.events
        if isRelease {
            let key = change.added.isEmpty ? "reviews.nothing-mended" : "reviews.mended"
            decision.messages.append(report(key, title, change.withdrawn, change.added))
        }
        decision.messages += notes.messages
        return decision
    }

    /// Whether it is not to be written by whoever has it, however far they are: they left, or know its author.
    private static func mustGo(_ review: Review, _ round: Round, _ world: World) -> Bool {
        guard !review.isSent else { return false }
        if hasLeft(review, round, world) { return true }
        guard let author = world.works[review.work]?.author else { return false }
        return round.keepsApart(review.reviewer, author)
    }

    private static func hasLeft(_ review: Review, _ round: Round, _ world: World) -> Bool {
        world.cohorts[round.cohort]?.members[review.reviewer] == nil
    }

    private typealias Change = (withdrawn: [Review], added: [Review])

    /// Who gives up which review and who gets one. What nobody can take over stays where it is.
    private func change(_ allocation: Allocation, in world: World) -> Change {
        let before = world.reviews(in: round.id)
        let has = Set(allocation.assignments)
        let had = Set(before.map(Self.assignment))
        let added = allocation.assignments.filter { !had.contains($0) }.enumerated().map {
            Review(
                id: ShortID(.review, world.nextNumber + $0.offset), round: round.id,
                work: ShortID(rawValue: $0.element.submission),
                reviewer: PersonID(rawValue: $0.element.reviewer))
        }
        var left = Dictionary(grouping: added, by: \.work).mapValues(\.count)
        // Those who are asked first stay asked where there is nobody else: the silent, and who left, give up last.
        let free = before.filter {
            !has.contains(Self.assignment($0))
                && (!$0.isBegun || Self.mustGo($0, round, world))
        }
        func isLast(_ review: Review) -> Bool {
            silent.contains(review.reviewer) || Self.hasLeft(review, round, world)
        }
        var withdrawn: [Review] = []
        for review in free.filter({ !isLast($0) }) + free.filter(isLast)
        where !isLast(review) || left[review.work] ?? 0 > 0 {
            left[review.work, default: 0] -= 1
            withdrawn.append(review)
        }
        return (withdrawn.sorted { $0.id < $1.id }, added)
    }

    private static func assignment(_ review: Review) -> PeerReview.Assignment {
        PeerReview.Assignment(
            reviewer: review.reviewer.rawValue, submission: review.work.rawValue)
    }

    /// To whoever asked, or planned the round: figures and no names.
    private func report(
        _ key: String, _ title: String, _ withdrawn: [Review], _ added: [Review]
    ) -> Outgoing {
        Outgoing(
            to: .person(job.person, fallback: job.room), reader: job.person,
            Phrase(
                key,
                [
                    "title": .user(title), "count": .number(withdrawn.count),
                    "from": .number(Set(withdrawn.map(\.reviewer)).count),
                    "to": .number(Set(added.map(\.reviewer)).count),
                    "kept": .number(scenario.kept.count),
                ]), urgency: .reminder)
    }

    /// One message to everybody whose reviews changed; only who asked for it wants it at night.
    private func notes(_ change: Change, in world: World, _ now: Date) -> RoundNotes {
        var notes = RoundNotes(round, in: world, at: now, zones: zones)
        let gone = Dictionary(grouping: change.withdrawn, by: \.reviewer)
        let new = Dictionary(grouping: change.added, by: \.reviewer)
        for person in Set(gone.keys).union(new.keys).sorted() {
            notes.tell(
                person,
                ReviewerNews(
                    gone: (gone[person] ?? []).map(\.id), added: (new[person] ?? []).map(\.id)),
                fallback: job.room == round.room ? job.room : nil,
                isAwaited: !isRelease && person == job.person)
        }
        return notes
    }
}
