import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections
import PeerReview

extension World {
    /// What the matching looks at for a round: its works, their authors as reviewers, and earlier rounds.
    func scenario(
        of round: Round, in cohort: Cohort, seed: UInt64, at moment: Date, _ knowledge: Knowledge
    ) -> Scenario {
        let works = works(for: round.assignment)
        let history = reviews.values.compactMap { review -> PastReview? in
            guard review.round != round.id, let work = self.works[review.work],
                work.cohort == cohort.id
            else { return nil }
            return PastReview(
                round: 0, reviewer: review.reviewer.rawValue, author: work.author.rawValue)
        }
        let records = records(in: cohort.id, before: round.id)
        return Scenario(
            name: round.id.rawValue, seed: seed, k: round.reviewsPerWork,
            policy: Policy(
                language: knowledge.reviewRules[cohort.id]?.acceptsAnyLanguage == true
                    ? .preferred : .required),
            learners: works.map { work in
                var learner = learner(
                    work.author, in: cohort, at: moment, zones: knowledge.dates.zones)
                if let record = records[work.author] {
                    learner.level = record.level
                    learner.reliability = record.reliability
                }
                return learner
            },
            submissions: works.map { work in
                Submission(
                    id: work.id.rawValue, authors: [work.author.rawValue],
                    language: cohort.language)
            },
            conflicts: (round.apart ?? []).map { Conflict($0.one.rawValue, $0.other.rawValue) },
            history: history.sorted { ($0.reviewer, $0.author) < ($1.reviewer, $1.author) })
    }

    /// How people reviewed in earlier rounds of a cohort.
    private func records(in cohort: CohortID, before round: ShortID) -> [PersonID: ReviewRecord] {
        var records: [PersonID: ReviewRecord] = [:]
        for review in reviews.values where review.round != round {
            guard let past = rounds[review.round], past.cohort == cohort, past.closedAt != nil
            else { continue }
            records[review.reviewer, default: ReviewRecord()].note(review)
        }
        return records
    }

    /// Somebody as the matching sees them: where, and in which languages.
    func learner(
        _ id: PersonID, in cohort: Cohort, at moment: Date, zones: ZoneDatabase
    ) -> Learner {
        let person = people[id]
        let zone = person?.zone ?? cohort.zone
        return Learner(
            id: id.rawValue, zone: zone,
            utcOffsetMinutes: (zones.zone(named: zone)?.offset(at: moment) ?? 0) / 60,
            languages: Set([cohort.language, person?.language ?? cohort.language]).sorted(),
            active: cohort.members[id] != nil)
    }
}

/// What somebody's earlier reviews say of the next ones.
private struct ReviewRecord {
    private var promised = 0
    private var sent = 0
    private var useful = 0

    mutating func note(_ review: Review) {
        promised += 1
        guard review.isSent else { return }
        sent += 1
        if review.verdict != .unfair { useful += 1 }
    }

    /// With three reviews that nobody found unfair one is experienced: as many as a usual round asks for.
    var level: Int { min(useful, 4) }
    var reliability: Double { Double(sent) / Double(max(1, promised)) }
}
