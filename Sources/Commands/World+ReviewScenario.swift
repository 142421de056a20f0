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
        return Scenario(
            name: round.id.rawValue, seed: seed, k: round.reviewsPerWork,
            policy: Policy(
                language: knowledge.reviewRules[cohort.id]?.acceptsAnyLanguage == true
                    ? .preferred : .required),
            learners: works.map {
                learner($0.author, in: cohort, at: moment, zones: knowledge.dates.zones)
            },
            submissions: works.map { work in
                Submission(
                    id: work.id.rawValue, authors: [work.author.rawValue],
                    language: cohort.language)
            },
            conflicts: (round.apart ?? []).map { Conflict($0.one.rawValue, $0.other.rawValue) },
            history: history.sorted { ($0.reviewer, $0.author) < ($1.reviewer, $1.author) })
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
