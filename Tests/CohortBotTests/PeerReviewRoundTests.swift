import Chat
import Cohorts
import Foundation
import HashTreeCollections
import Support
import Testing

@testable import CohortBot

@Suite("A whole round of peer review on Telegram")
struct PeerReviewRoundTests {
    @Test(
        "twelve learners, two who drop out, one late, one appeal, and no identity for anybody",
        .timeLimit(.minutes(5)))
    func round() async throws {
        try await TelegramTrial.running { trial in
            let life = PeerReviewLife(trial: trial)
            let (emma, learners) = (life.emma, life.learners)
            let (dropouts, active, late) = (learners[..<2], learners[2..<12], learners[12])
            try await life.begin()
            try await life.say(
                "/review plan 3 Essay | in 10 days", from: emma, until: "12 works, 12 reviewers")
            try await life.say("/review start Essay", from: emma, until: "Start?")
            try await life.say("yes", from: emma, until: "runs: 36 reviews")
            for learner in active.dropLast() { try await life.review(learner, score: 80) }

            // A question and its answer go both ways without a name.
            let asker = active[11]
            let asked = try #require(await life.owed(by: asker).first)
            let author = try #require(await self.author(of: asked, life))
            try await life.say(
                "/review ask \(asked.id.rawValue) Which data is it?", from: asker,
                until: "Which data is it?", to: author.id)
            let question = try #require(
                await trial.bot.decider.world.reviews[asked.id]?.asked?.first)
            try await life.say(
                "/review answer \(question.rawValue) That of 2020.", from: author,
                until: "That of 2020.", to: asker.id)
            try await life.review(asker, score: 60)

            // A late work joins, and its author reviews as many as others.
            await life.passes(days: 5.01)
            for dropout in dropouts { _ = try await life.next("still", to: dropout.id) }
            let before = await trial.telegram.sent.count
            try await life.handIn(late, 12)
            _ = try await life.next("for Essay", to: late.id, after: before)
            await trial.bot.decider.jobsDone()
            try await life.review(late, score: 90)

            // The reviews of the two go to others, and nothing that was sent moves.
            await life.passes(days: 1)
            _ = try await life.next("Nothing that was begun was touched", to: emma.id)
            for learner in active + [late] { try await life.review(learner, score: 75) }
            let world = await trial.bot.decider.world
            let counts = world.works.values.map { world.received($0.id).count }
            #expect(counts.count == 13)
            #expect(counts.allSatisfy { $0 >= 2 })
            #expect(counts.reduce(0, +) >= 36)

            let hurt = active[2]
            try await life.say(
                "/review appeal 1 Essay | It is about another work", from: hurt,
                until: "finds a review of Essay unfair", to: emma.id)

            await life.passes(days: 5)
            for learner in learners { _ = try await life.next("is over", to: learner.id) }
            for learner in learners {
                try await life.say("/review received Essay", from: learner, until: "Peer score")
            }
            #expect(await life.identitiesSeen() == [])
        }
    }

    private func author(
        of review: Review, _ life: PeerReviewLife
    ) async -> FakeTelegram.Person? {
        let world = await life.trial.bot.decider.world
        guard let work = world.works[review.work] else { return nil }
        return life.learners.first { learner in
            world.people[work.author]?.accounts.contains { $0.id == String(learner.id) } ?? false
        }
    }
}
