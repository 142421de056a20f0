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
        var scenario = world.scenario(
            of: round, in: cohort, seed: seed, at: job.startedAt, knowledge)
        // What an instructor chose counts towards the equal load: everything else is matched around it.
        scenario.kept = (round.pairs ?? []).compactMap { pair in
            guard cohort.members[pair.reviewer] != nil, pair.reviewer != pair.author,
                !round.keepsApart(pair.reviewer, pair.author),
                let work = world.work(of: pair.author, for: round.assignment)
            else { return nil }
            return KeptReview(
                reviewer: pair.reviewer.rawValue, submission: work.id.rawValue, state: .open)
        }
        self.scenario = scenario
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
                "forced": .phrase(forced(figures)), "dropped": .phrase(dropped(allocation)),
                "experienced": .phrase(experienced(figures)),
                "gap": .duration(Int(figures.meanZoneGapHours * 60) * 60),
                "seed": .code(String(scenario.seed)), "short": .phrase(shortage(allocation)),
                "load": .phrase(load(figures)),
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

    private func load(_ figures: Allocation.Summary) -> Phrase {
        Phrase(
            figures.leastLoad == figures.greatestLoad ? "reviews.load-even" : "reviews.load-uneven",
            ["least": .number(figures.leastLoad), "most": .number(figures.greatestLoad)])
    }

    /// How many pairs review each other whatever the matching does, where that is so.
    private func forced(_ figures: Allocation.Summary) -> Phrase {
        let limits = RoundLimits(learners: figures.works, k: round.reviewsPerWork)
        return limits.forcedMutualPairs == 0
            ? Phrase("nothing")
            : Phrase(
                "reviews.forced",
                ["count": .number(limits.forcedMutualPairs), "works": .number(figures.works)])
    }

    /// How many of the pairs that an instructor chose are not kept, because a review would be missing then.
    private func dropped(_ allocation: Allocation) -> Phrase {
        let given = Set(allocation.assignments)
        let count = scenario.kept.count {
            !given.contains(PeerReview.Assignment(reviewer: $0.reviewer, submission: $0.submission))
        }
        return count == 0
            ? Phrase("nothing") : Phrase("reviews.pairs-dropped", ["count": .number(count)])
    }

    /// The share of works with an experienced reviewer, where there is any.
    private func experienced(_ figures: Allocation.Summary) -> Phrase {
        guard scenario.learners.contains(where: \.isExperienced) else { return Phrase("nothing") }
        let percent = Int((figures.experiencedShare * 100).rounded())
        return Phrase("reviews.experienced", ["percent": .number(percent)])
    }

    /// So many works are named.
    private static let mostNamed = 3

    /// Which works get too few reviews, why, and three ways out.
    private func shortage(_ allocation: Allocation) -> Phrase {
        let missing = allocation.unmet.reduce(0) { $0 + $1.missing }
        guard missing > 0 else { return Phrase("nothing") }
        let lower = round.reviewsPerWork - (allocation.unmet.map(\.missing).max() ?? 0)
        return Phrase(
            "reviews.short",
            [
                "count": .number(missing), "works": .number(allocation.unmet.count),
                "lines": .lines(allocation.unmet.prefix(Self.mostNamed).compactMap(line)),
                "fewer": .phrase(
                    lower > 0
                        ? Phrase("reviews.short-fewer", ["k": .number(lower)])
                        : Phrase("reviews.short-wait")),
                "pair": .code("/review pair"),
            ])
    }

    private func line(_ unmet: Unmet) -> Phrase? {
        guard let facts = Eligibility(of: unmet.submission, in: scenario) else { return nil }
        let why = facts.obstacles.sorted {
            ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
        }
        .map { Phrase("reviews.why-\($0.key.rawValue)", ["count": .number($0.value)]) }
        return Phrase(
            unmet.reason == .load ? "reviews.short-load" : "reviews.short-line",
            [
                "work": .code(unmet.submission), "missing": .number(unmet.missing),
                "eligible": .number(facts.eligible), "learners": .number(facts.learners),
                "why": .list(why),
            ])
    }

    private func answer(_ phrase: Phrase, buttons: [[Choice]] = []) -> Outgoing {
        Outgoing(
            to: .room(job.room), reader: job.person, phrase, buttons: buttons, replyTo: job.replyTo)
    }
}
