package import Chat
package import Cohorts
import ForumSearch
import HashTreeCollections

/// `/forum search`: the threads and FAQ entries that answer some words best.
package struct ForumSearchCommand: Command {
    static let words = Field<String>.text("words", "What to look for")

    package static let card = CommandCard(
        "forum search", for: .learner, "Search the peer forum and the FAQ", fields: [words.card],
        examples: ["/forum late penalty"], meanings: ["search", "find", "lookup", "google"],
        isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let words = try call[Self.words]
        let found = call.knowledge.forum.search(
            words, in: cohort.id, language: call.caller.language, limit: 3)
        let count = Phrase.Value.number(call.knowledge.forum.count(in: cohort.id))
        let lines = found.hits.enumerated().compactMap { index, hit in
            Self.line(hit, index: index, call: call, world: world)
        }
        guard found.band != .none, !lines.isEmpty else {
            return call.reply(
                Phrase(
                    "forum.nothing",
                    [
                        "words": .user(String(words.prefix(120))), "count": count,
                        "ask": .code("/ask"),
                    ]
                ).whileReading(cohort.id, call))
        }
        return call.reply(
            Phrase(
                "forum.found", ["n": .number(lines.count), "count": count, "lines": .lines(lines)]
            ).whileReading(cohort.id, call))
    }

    /// One hit: the question, its answer if it has one, and how sure the search is.
    static func line(_ hit: Hit, index: Int, call: Call, world: World) -> Phrase? {
        var values: [String: Phrase.Value] = [
            "n": .number(index + 1), "percent": .number(Int((hit.score * 100).rounded())),
            "words": .phrase(hit.matchingWords),
        ]
        if let entry = call.knowledge.faq.first(where: { FAQEntry.threadID($0.name) == hit.id }) {
            values["title"] = .user(entry.title)
            values["answer"] = .user(entry.body.shortened(to: 600))
            values["by"] = .phrase(Phrase("forum.by-faq"))
            return Phrase("forum.hit-answered", values)
        }
        guard let thread = world.threads[ShortID(rawValue: hit.id)] else { return nil }
        values["title"] = .user(thread.headline.shortened(to: 160))
        values["id"] = .code(thread.id.rawValue)
        guard let answer = thread.answer else { return Phrase("forum.hit-open", values) }
        values["answer"] = .user(answer.text.shortened(to: 600))
        values["by"] = .phrase(
            Phrase(
                answer.byName.isEmpty ? "forum.by-somebody" : "forum.by-whom",
                ["name": .user(answer.byName), "when": .moment(answer.at)]))
        return Phrase("forum.hit-answered", values)
    }
}

extension Phrase {
    /// Says so where the search has not read everything yet.
    func whileReading(_ cohort: CohortID, _ call: Call) -> Phrase {
        let unread = call.knowledge.forum.unread(in: cohort)
        guard unread > 0 else { return self }
        let read = call.knowledge.forum.count(in: cohort)
        return Phrase(
            "forum.still-reading",
            ["answer": .phrase(self), "read": .number(read), "total": .number(read + unread)])
    }
}

extension Hit {
    /// The words of the question that stand in the snippet, each once, as they stand there.
    fileprivate var matchingWords: Phrase {
        var seen: Set<String> = []
        let words = snippet.pieces.filter(\.matches).map(\.text)
            .filter { seen.insert($0.lowercased()).inserted && $0.utf8.count > 2 }
        guard !words.isEmpty else { return Phrase("nothing") }
        return Phrase(
            "forum.words",
            ["words": .list(words.prefix(5).map { Phrase("plain", ["text": .user($0)]) })])
    }
}

extension FAQEntry {
    /// The id under which the search knows an entry; a thread's id never holds a colon.
    package static func threadID(_ name: String) -> String { "faq:\(name)" }
}

extension String {
    /// At most so many characters, ending at a word.
    func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let head = prefix(limit)
        let end = head.lastIndex(where: \.isWhitespace) ?? head.endIndex
        return head[..<end].trimmingSuffix(while: \.isWhitespace) + "…"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
        var kept = self
        while let last = kept.last, isCut(last) { kept.removeLast() }
        return String(kept)
    }
}
