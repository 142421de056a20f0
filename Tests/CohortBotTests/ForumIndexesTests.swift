import Chat
import Cohorts
import Commands
import Foundation
import Journal
import Testing

@testable import CohortBot

@Suite("The peer forum's index")
struct ForumIndexesTests {
    private static let cohort = CohortID(rawValue: "sample")

    private func opened(_ count: Int) -> [any Event] {
        (0..<count).map { index in
            ThreadOpened(
                thread: Cohorts.Thread(
                    id: ShortID(.thread, 10_000 + index), cohort: Self.cohort,
                    question: "How is quiz \(index) counted?", askedBy: nil, askedByName: "Lila",
                    room: nil, askedAt: SampleMoment.now, language: "en", answer: nil,
                    isPosted: true), number: 10_000 + index)
        }
    }

    private enum SampleMoment {
        static let now = Date(timeIntervalSince1970: 1_795_428_000)
    }

    @Test("a large forum is read step by step, and says how much is left")
    func steps() {
        var world = World()
        for event in opened(620) { event.apply(to: &world) }
        let indexes = ForumIndexes()
        indexes.begin(with: world, faq: [])
        #expect(indexes.count(in: Self.cohort) == 500)
        #expect(indexes.unread(in: Self.cohort) == 120)
        while indexes.readOn(in: world) {}
        #expect(indexes.count(in: Self.cohort) == 620)
        #expect(indexes.unread(in: Self.cohort) == 0)
    }

    @Test("it is read to its end again whenever it was begun anew", .timeLimit(.minutes(10)))
    func anew() async throws {
        let bot = try await Bot.build(try TrialBot().parts(), platforms: [])
        _ = try await bot.decider.enter(
            Decision(kind: "seed", events: opened(620)), cause: nil, at: SampleMoment.now)
        let indexing = Task { try await IndexingService(decider: bot.decider).run() }
        for _ in 1...2 {
            await bot.decider.beginForum()
            while await bot.decider.unread(in: Self.cohort) > 0 { await Task.yield() }
        }
        indexing.cancel()
        await bot.journal.stop()
    }
}

extension Decider {
    fileprivate func unread(in cohort: CohortID) -> Int { forum.unread(in: cohort) }
}
