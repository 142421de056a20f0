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
    /// Everything the engine looks at. A result holds only while this is still the case.
    package let scenario: Scenario

    /// - Returns: nil where the round is gone or has been started since.
    package init?(_ job: Job, in world: World, dates: Knowledge) {
        guard case .match(let id, let seed, _) = job.task, let round = world.rounds[id],
            round.state == .planned, let cohort = world.cohorts[round.cohort]
        else { return nil }
        let works = world.works(for: round.assignment)
        let history = world.reviews.values.compactMap { review -> PastReview? in
            guard let work = world.works[review.work], work.cohort == cohort.id else { return nil }
            return PastReview(
                round: 0, reviewer: review.reviewer.rawValue, author: work.author.rawValue)
        }
        self.job = job
        self.round = round
        scenario = Scenario(
            name: round.id.rawValue, seed: seed, k: round.reviewsPerWork,
            learners: works.map { work in
                let person = world.people[work.author]
                let zone = person?.zone ?? cohort.zone
                let minutes =
                    (dates.dates.zones.zone(named: zone)?.offset(at: job.startedAt) ?? 0) / 60
                return Learner(
                    id: work.author.rawValue, zone: zone, utcOffsetMinutes: minutes,
                    languages: Set([cohort.language, person?.language ?? cohort.language]).sorted(),
                    active: cohort.members[work.author] != nil)
            },
            submissions: works.map { work in
                Submission(
                    id: work.id.rawValue, authors: [work.author.rawValue],
                    language: cohort.language)
            },
            history: history.sorted { ($0.reviewer, $0.author) < ($1.reviewer, $1.author) })
    }

    /// The long part: no state, no time, the same result for the same scenario.
    package func run() -> Allocation { Allocator(seed: scenario.seed).allocate(scenario) }

    /// What to do with the result, in the world as it is when the work is done.
    package func decision(for allocation: Allocation, in world: World, now: Date) -> Decision {
        var decision = Decision(kind: "job", events: [JobFinished(id: job.id)])
        let violations = allocation.violations(in: scenario)
        let title = world.deadlines[round.assignment]?.title ?? "?"
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
        decision.events.append(
            RoundStarted(
                id: round.id, seed: scenario.seed, reviews: reviews,
                number: world.nextNumber + reviews.count))
        decision.messages = [
            answer(
                Phrase(
                    "reviews.started",
                    [
                        "title": .user(title), "count": .number(reviews.count),
                        "reviewers": .number(Set(reviews.map(\.reviewer)).count),
                        "short": .phrase(shortage(allocation)),
                    ]))
        ]
        let byReviewer = Dictionary(grouping: reviews, by: \.reviewer)
        for reviewer in byReviewer.keys.sorted() {
            let ids = (byReviewer[reviewer] ?? []).map {
                Phrase("plain", ["text": .code($0.id.rawValue)])
            }
            decision.messages.append(
                Outgoing(
                    to: .person(reviewer, fallback: job.room), reader: reviewer,
                    Phrase(
                        "reviews.yours",
                        [
                            "title": .user(title), "count": .number(ids.count), "ids": .list(ids),
                            "list": .code("/review list"),
                        ]), urgency: .broadcast))
        }
        return decision
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
                        "/review plan \(round.reviewsPerWork) \(round.assignment.rawValue)"),
                ]
            ])
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
