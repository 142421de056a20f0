import Chat
import Cohorts
import Commands
import ForumSearch
import HashTreeCollections

/// The search indexes of all cohorts: derived from the world and the configured FAQ, never a second source of truth.
final class ForumIndexes: Forum {
    private var byCohort: [CohortID: ForumIndex] = [:]
    private var faq: [FAQEntry] = []
    private var synonyms: [SynonymGroup] = []
    /// What is still to be read, the newest last: learners ask most about what was asked lately.
    private var unread: [ShortID] = []
    private var unreadByCohort: [CohortID: Int] = [:]

    /// So many threads are read before anything else happens: a small forum is complete from the start.
    private static let atOnce = 500
    /// So many threads are read in one step, which takes some milliseconds.
    private static let step = 50

    /// Begins anew, at start and when the FAQ's files changed. A large forum is read on step by step with `readOn`.
    func begin(with world: World, faq: [FAQEntry]) {
        self.faq = faq
        (byCohort, unreadByCohort) = ([:], [:])
        unread = world.threads.values.filter(\.isPosted).map(\.id).sorted()
        for id in unread {
            if let thread = world.threads[id] { unreadByCohort[thread.cohort, default: 0] += 1 }
        }
        readOn(in: world, count: Self.atOnce)
    }

    /// Other synonyms from the next search on; nothing is read anew for them.
    func use(_ synonyms: [SynonymGroup]) {
        guard synonyms != self.synonyms else { return }
        self.synonyms = synonyms
        for (cohort, index) in byCohort { index.use(known(in: cohort)) }
    }

    /// What the search knows by itself, and what moderators say of all cohorts or of this one.
    private func known(in cohort: CohortID) -> Synonyms {
        synonyms.filter { $0.cohort == nil || $0.cohort == cohort }
            .reduce(.insiders) { $0.adding($1.words, language: $1.language) }
    }

    /// Reads some more threads.
    /// - Returns: whether some are left.
    @discardableResult
    func readOn(in world: World, count: Int = step) -> Bool {
        for id in unread.suffix(count).reversed() {
            guard let thread = world.threads[id] else { continue }
            unreadByCohort[thread.cohort, default: 1] -= 1
            // Those that changed meanwhile are read already, and reading again does no harm.
            take(thread, in: world)
        }
        unread.removeLast(min(count, unread.count))
        return !unread.isEmpty
    }

    func unread(in cohort: CohortID) -> Int { unreadByCohort[cohort] ?? 0 }

    /// Takes up what a commit's events changed.
    /// - Returns: whether something is left to be read.
    func note(_ events: [any Event], in world: World) -> Bool {
        for event in events {
            switch event {
            case let event as ThreadOpened: take(world.threads[event.thread.id], in: world)
            case let event as ThreadPosted: take(world.threads[event.id], in: world)
            case let event as ThreadAnswered: take(world.threads[event.id], in: world)
            case let event as ThreadMerged: take(world.threads[event.id], in: world)
            case let event as ThreadRemoved:
                for index in byCohort.values { index.remove(event.id.rawValue) }
            case let event as ThreadsImported:
                // There may be thousands: read on step by step, like those of the start.
                for thread in event.threads { unreadByCohort[thread.cohort, default: 0] += 1 }
                unread += event.threads.map(\.id)
            default: break
            }
        }
        return !unread.isEmpty
    }

    func search(
        _ words: String, in cohort: CohortID, language: String, limit: Int
    ) -> SearchResult {
        var result = index(of: cohort).search(words, language: language, limit: limit)
        // What shares a word with the question and nothing else is noise beside a real hit.
        let least = (result.hits.first?.score ?? 0) * Self.leastShareOfBest
        result.hits.removeAll { $0.score < least }
        return result
    }

    /// Hits below this share of the best one's score are not shown.
    private static let leastShareOfBest = 0.25

    func count(in cohort: CohortID) -> Int { index(of: cohort).count }

    private func take(_ thread: Cohorts.Thread?, in world: World) {
        guard let thread, thread.isPosted else { return }
        let index = index(of: thread.cohort)
        guard thread.duplicateOf == nil else { return index.remove(thread.id.rawValue) }
        index.add(
            ForumThread(
                id: thread.id.rawValue, title: thread.headline,
                body: thread.title == nil ? "" : thread.question, answer: thread.answer?.text,
                // Other forums mix languages; here it was asked in the asker's.
                language: thread.source == nil ? thread.language : nil, tags: thread.tags ?? []))
    }

    /// A cohort's index; a new one begins with the FAQ.
    private func index(of cohort: CohortID) -> ForumIndex {
        if let index = byCohort[cohort] { return index }
        let index = ForumIndex(synonyms: known(in: cohort))
        for entry in faq {
            index.add(
                ForumThread(
                    id: FAQEntry.threadID(entry.name), title: entry.title, answer: entry.body,
                    language: entry.language, tags: entry.tags))
        }
        byCohort[cohort] = index
        return index
    }
}
