import Chat
package import Cohorts
import Dates
package import FoundationEssentials
import HashTreeCollections
package import PeerReview

/// The matching of one round as a job: what goes in, and what becomes of the result.
package struct RoundMatching: Sendable {
    package let job: Job
    private let round: Round
    private let window: Double
    private let zones: ZoneDatabase
    /// Everything the engine looks at. A result holds only while this is still the case.
    package let scenario: Scenario

    /// - Returns: nil where the round is gone or has been started since.
    package init?(_ job: Job, in world: World, knowledge: Knowledge) {
        guard case .match(let id, let seed, _) = job.task, let round = world.rounds[id],
            round.state == .planned, let cohort = world.cohorts[round.cohort]
        else { return nil }
        self.job = job
        self.round = round
        zones = knowledge.dates.zones
        window = knowledge.reviewRules[cohort.id]?.window ?? Round.window
        scenario = world.scenario(of: round, in: cohort, seed: seed, at: job.startedAt, knowledge)
    }

    /// The long part: no state, no time, the same result for the same scenario.
    package func run() -> Allocation { Allocator(seed: scenario.seed).allocate(scenario) }

    /// What to do with the result, in the world as it is when the work is done.
    package func decision(for allocation: Allocation, in world: World, now: Date) -> Decision {
        var decision = Decision(kind: "job", events: [JobFinished(id: job.id)])
        let violations = allocation.violations(in: scenario)
        let title = world.title(of: round)
        guard violations.isEmpty else {
            decision.messages = [
                answer(Phrase("reviews.not-possible", ["title": .user(title)]))
            ]
            return decision
        }
        guard case .match(_, _, start: true) = job.task else {
            decision.messages = [preview(allocation, title: title)]
            return decision
        }
        let reviews = allocation.assignments.enumerated().map { index, assignment in
            Review(
                id: ShortID(.review, world.nextNumber + index), round: round.id,
                work: ShortID(rawValue: assignment.submission),
                reviewer: PersonID(rawValue: assignment.reviewer))
        }
        let started = RoundStarted(
            id: round.id, seed: scenario.seed, reviews: reviews,
            number: world.nextNumber + reviews.count, at: now, closesAt: closes(now),
            room: job.room)
        decision.messages = [
            answer(
                Phrase(
                    "reviews.started",
                    [
                        "title": .user(title), "count": .number(reviews.count),
                        "reviewers": .number(Set(reviews.map(\.reviewer)).count),
                        "short": .phrase(shortage(allocation)), "until": .moment(closes(now)),
                    ]))
        ]
        let notes = notes(reviews, after: started, in: world, now)
        decision.events += [started] + notes.events
        decision.messages += notes.messages
        return decision
    }

    /// To each reviewer what is theirs; whoever starts the round is awake.
    private func notes(
        _ reviews: [Review], after started: RoundStarted, in world: World, _ now: Date
    ) -> RoundNotes {
        var after = world
        started.apply(to: &after)
        var notes = RoundNotes(
            after.rounds[round.id] ?? round, in: after, at: now, zones: zones)
        let byReviewer = Dictionary(grouping: reviews, by: \.reviewer)
        for (reviewer, own) in byReviewer.sorted(by: { $0.key < $1.key }) {
            notes.tell(
                reviewer, ReviewerNews(added: own.map(\.id), isStart: true), fallback: job.room,
                isAwaited: reviewer == job.person)
        }
        return notes
    }

    /// What was planned, where that is still ahead; else the cohort's usual length of a round from now.
    private func closes(_ now: Date) -> Date {
        if let planned = round.closesAt, planned > now { return planned }
        return now.addingTimeInterval(window)
    }

    private func preview(_ allocation: Allocation, title: String) -> Outgoing {
        let figures = allocation.summary(of: scenario)
        let phrase = Phrase(
            "reviews.planned",
            [
                "title": .user(title), "works": .number(figures.works),
                "reviewers": .number(figures.reviewers), "k": .number(round.reviewsPerWork),
                "repeats": .number(figures.repeats), "mutual": .number(figures.mutualPairs),
                "gap": .duration(Int(figures.meanZoneGapHours * 60) * 60),
                "seed": .number(Int(scenario.seed)), "short": .phrase(shortage(allocation)),
                "least": .number(figures.leastLoad), "most": .number(figures.greatestLoad),
                "until": .phrase(
                    round.closesAt.map { Phrase("reviews.planned-until", ["until": .moment($0)]) }
                        ?? Phrase("nothing")),
            ])
        return answer(
            phrase,
            buttons: [
                [
                    Choice(
                        Phrase("reviews.start-button"), "/review start \(round.assignment.rawValue)"
                    ),
                    Choice(
                        Phrase("reviews.reroll-button"),
                        replan),
                ]
            ])
    }

    /// The same plan with another seed: with the close as it was, in a form that no reader mistakes.
    private var replan: String {
        let plan = "/review plan \(round.reviewsPerWork) \(round.assignment.rawValue)"
        return round.closesAt.map { plan + " | " + $0.formatted(.iso8601) } ?? plan
    }

    private func shortage(_ allocation: Allocation) -> Phrase {
        let missing = allocation.unmet.reduce(0) { $0 + $1.missing }
        return missing == 0
            ? Phrase("nothing")
            : Phrase(
                "reviews.short",
                ["count": .number(missing), "works": .number(allocation.unmet.count)])
    }

    private func answer(_ phrase: Phrase, buttons: [[Choice]] = []) -> Outgoing {
        Outgoing(
            to: .room(job.room), reader: job.person, phrase, buttons: buttons, replyTo: job.replyTo)
    }
}
