package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/faq missing`: what learners asked and nobody has answered yet, what was asked most often first.
package struct FAQMissing: Command {
    package static let card = CommandCard(
        "faq missing", for: .moderator, "What was asked and not found, most often first",
        examples: ["/faq missing"])

    private static let most = 8
    private static let looked = 60

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let open = world.openThreads(of: cohort.id)
        guard !open.isEmpty else { return call.reply(Phrase("forum.none-missing")) }
        var duplicates: [ShortID: Int] = [:]
        for thread in world.threads.values {
            if let first = thread.duplicateOf { duplicates[first, default: 0] += 1 }
        }
        var counted: Set<ShortID> = []
        var groups: [(thread: Thread, count: Int)] = []
        // The newest: an imported forum may have thousands, and each look costs a search.
        for thread in open.suffix(Self.looked) where !counted.contains(thread.id) {
            // Those who asked the same later are counted with the first; so are its closed duplicates.
            let same = call.near(thread, in: world, most: 5).filter {
                $0.isOpen && !counted.contains($0.id)
            }
            counted.formUnion([thread.id] + same.map(\.id))
            groups.append((thread, 1 + same.count + (duplicates[thread.id] ?? 0)))
        }
        groups.sort { ($1.count, $0.thread.askedAt) < ($0.count, $1.thread.askedAt) }
        let lines = groups.prefix(Self.most).map { group in
            Phrase(
                "forum.missing-line",
                ["count": .number(group.count), "line": .phrase(group.thread.listed)])
        }
        return call.reply(
            Phrase(
                "forum.missing",
                [
                    "count": .number(open.count), "lines": .lines(lines),
                    "answer": .code("/forum answer"),
                ]))
    }
}
