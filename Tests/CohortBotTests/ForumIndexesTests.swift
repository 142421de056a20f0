import Chat
import Cohorts
import Commands
import Configuration
import ForumSearch
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

    @Test("threads of another forum are read step by step, too")
    func imported() {
        var world = World()
        CohortFounded(id: Self.cohort, name: "ML", at: SampleMoment.now).apply(to: &world)
        let indexes = ForumIndexes()
        indexes.begin(with: world, faq: [])
        let threads = opened(620).compactMap { ($0 as? ThreadOpened)?.thread }
        let event = ThreadsImported(threads: threads, number: 620)
        event.apply(to: &world)
        #expect(indexes.note([event], in: world))
        #expect(indexes.unread(in: Self.cohort) == 620)
        var steps = 1
        while indexes.readOn(in: world) { steps += 1 }
        #expect(steps > 10 && indexes.unread(in: Self.cohort) == 0)
        #expect(indexes.count(in: Self.cohort) == 620)
        #expect(!indexes.note([], in: world))
    }

    private func asked(_ question: String, in cohort: CohortID) -> any Event {
        ThreadOpened(
            thread: Cohorts.Thread(
                id: ShortID(.thread, 10_000 + cohort.rawValue.count), cohort: cohort,
                question: question, askedBy: nil, askedByName: "Lila", room: nil,
                askedAt: SampleMoment.now, language: "en", answer: nil, isPosted: true),
            number: 10_100)
    }

    @Test("moderators' synonyms count at once, for all cohorts or for one")
    func synonyms() {
        let other = CohortID(rawValue: "ml")
        var world = World()
        for cohort in [Self.cohort, other] {
            asked("How do I open the Jupyter file?", in: cohort).apply(to: &world)
        }
        let indexes = ForumIndexes()
        indexes.begin(with: world, faq: [])
        func found(_ cohort: CohortID) -> Int {
            indexes.search("colab", in: cohort, language: "en", limit: 3).hits.count
        }
        #expect(found(Self.cohort) == 0 && found(other) == 0)
        indexes.use([SynonymGroup(["Colab", "Jupyter"], cohort: other)])
        #expect(found(Self.cohort) == 0 && found(other) == 1)
        indexes.use([SynonymGroup(["Colab", "Jupyter"])])
        #expect(found(Self.cohort) == 1 && found(other) == 1)
        // An index that is made anew knows them, too.
        indexes.begin(with: world, faq: [])
        #expect(found(Self.cohort) == 1 && found(other) == 1)
        indexes.use([])
        #expect(found(Self.cohort) == 0 && found(other) == 0)
    }

    @Test("a configuration that was read anew brings its synonyms", .timeLimit(.minutes(10)))
    func reload() async throws {
        var configuration = try TrialBot().parts().configuration
        let bot = try await Bot.build(try TrialBot().parts(), platforms: [])
        _ = try await bot.decider.enter(
            Decision(
                kind: "seed", events: [asked("How do I open the kaggle page?", in: Self.cohort)]),
            cause: nil, at: SampleMoment.now)
        let id = ShortID(.thread, 10_006).rawValue
        #expect(await !bot.decider.found("zeppelin", in: Self.cohort).contains(id))
        configuration.synonyms = [WordGroup(words: ["zeppelin", "kaggle"])]
        try await bot.decider.reload(configuration)
        #expect(await bot.decider.found("zeppelin", in: Self.cohort).first == id)
        await bot.journal.stop()
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

    fileprivate func found(_ words: String, in cohort: CohortID) -> [String] {
        forum.search(words, in: cohort, language: "en", limit: 3).hits.map(\.id)
    }
}
