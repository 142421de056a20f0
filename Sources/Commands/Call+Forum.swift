import Chat
import Cohorts
import ForumSearch
import FoundationEssentials
import HashTreeCollections

extension Call {
    /// A posted thread of the cohort meant, by what was typed.
    /// - Throws: that there is none.
    func thread(_ words: String, of cohort: Cohort, in world: World) throws(Refusal) -> Thread {
        let id = ShortID(typed: words)
        guard let thread = world.threads[id], thread.cohort == cohort.id, thread.isPosted else {
            throw .because(
                Phrase("forum.no-thread", ["id": .code(id.rawValue), "search": .code("/forum")]))
        }
        return thread
    }

    /// A question of the caller's own, which `/ask` may still hold.
    /// - Throws: that there is none.
    func ownQuestion(_ words: String, in world: World) throws(Refusal) -> Thread {
        let id = ShortID(typed: words)
        guard let thread = world.threads[id], thread.askedBy == caller.person else {
            throw .because(
                Phrase("forum.unknown", ["id": .code(id.rawValue), "ask": .code("/ask")]))
        }
        return thread
    }

    /// The canned answers of a cohort: the files', and what was made one in its chat. A file wins over a chat's of the
    /// same name.
    func entries(of cohort: CohortID?, in world: World) -> [FAQEntry] {
        let made = world.threads.values.filter { $0.cohort == cohort && $0.entry != nil }
            .sorted { $0.id < $1.id }
        let names = Set(knowledge.faq.map(\.name))
        return knowledge.faq
            + made.compactMap { thread in
                guard let name = thread.entry, !names.contains(name), let answer = thread.answer
                else { return nil }
                return FAQEntry(
                    name: name, title: thread.headline, body: answer.text,
                    language: thread.language, tags: thread.tags ?? [])
            }
    }

    /// Up to three threads of the peer forum that ask nearly the same.
    func near(_ thread: Thread, in world: World, most: Int = 3) -> [Thread] {
        let found = knowledge.forum.search(
            thread.headline, in: thread.cohort, language: thread.language, limit: most + 1)
        guard found.band != .none else { return [] }
        return found.hits.compactMap { world.threads[ShortID(rawValue: $0.id)] }
            .filter { $0.id != thread.id && $0.isPosted }.prefix(most).map(\.self)
    }

    /// The open questions of a cohort, oldest first; `isOfMine` where the caller has answered something like it.
    func openQuestions(
        of cohort: CohortID, in world: World
    ) -> [(thread: Thread, isOfMine: Bool)] {
        let open = world.openThreads(of: cohort)
        let hasAnswered = world.threads.values.contains { $0.answer?.by == caller.person }
        return open.enumerated().map { place, thread in
            // Each look costs a search: the oldest ones are enough.
            let isOfMine =
                hasAnswered && place < Self.mostCompared && thread.askedBy != caller.person
                && near(thread, in: world).contains { $0.answer?.by == caller.person }
            return (thread, isOfMine)
        }
    }

    private static let mostCompared = 20
}

extension World {
    /// The questions of a cohort that nobody has answered, oldest first.
    func openThreads(of cohort: CohortID) -> [Thread] {
        threads.values.filter { $0.cohort == cohort && $0.isOpen }
            .sorted { ($0.askedAt, $0.id) < ($1.askedAt, $1.id) }
    }
}

extension Thread {
    /// Whether somebody may take it away or close it: who asked, and from an instructor on.
    func isInHands(of caller: Caller) -> Bool {
        askedBy == caller.person || caller.role > .learner
    }

    /// One line of a list: id, question, since when.
    var listed: Phrase {
        Phrase(
            "forum.open-line",
            [
                "id": .code(id.rawValue), "title": .user(headline.shortened(to: 120)),
                "when": .moment(askedAt),
            ])
    }
}

extension [Thread] {
    /// "Close to it: q5, q9", or nothing.
    var closeToIt: Phrase {
        isEmpty
            ? Phrase("nothing")
            : Phrase(
                "forum.near",
                [
                    "lines": .lines(
                        map {
                            Phrase(
                                "forum.near-line",
                                [
                                    "id": .code($0.id.rawValue),
                                    "title": .user($0.headline.shortened(to: 120)),
                                ])
                        })
                ])
    }
}
