package import Chat
package import Cohorts
import ForumSearch
import HashTreeCollections

/// `/faq`: a canned answer by name, or the list of them.
package struct FAQShow: Command {
    static let entry = Field<String?>.optional(
        "entry", .text, "An entry's name or some words of it")

    package static let card = CommandCard(
        "faq show", for: .learner, "Answers that moderators keep ready", fields: [entry.card],
        examples: ["/faq", "/faq late penalty"], meanings: ["tag", "rules", "guidelines"],
        isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let all = call.entries(of: call.caller.cohort, in: world)
        let entries = all.filter { entry in
            entry.language == call.caller.language
                || !all.contains {
                    $0.name == entry.name && $0.language == call.caller.language
                }
                    && (entry.language == "en"
                        || !all.contains { $0.name == entry.name && $0.language == "en" })
        }
        guard let words = try call[Self.entry] else { return list(entries, call) }
        let wanted = words.lowercased()
        let named =
            entries.first { $0.name == wanted || $0.title.lowercased() == wanted }
            ?? entries.first { entry in
                entry.tags.contains(wanted) || entry.name.contains(wanted.replacing(" ", with: "-"))
            }
        if let named { return show(named, call) }
        // Not a name: the best entry that the search finds, if it is sure.
        if let cohort = call.caller.cohort {
            let found = call.knowledge.forum.search(
                words, in: cohort, language: call.caller.language, limit: 5)
            let names = found.hits.lazy.compactMap { hit in
                world.threads[ShortID(rawValue: hit.id)]?.entry
                    ?? (hit.id.hasPrefix(FAQEntry.threadID(""))
                        ? String(hit.id.dropFirst(FAQEntry.threadID("").count)) : nil)
            }
            if found.band != .none,
                let entry = names.lazy.compactMap({ name in entries.first { $0.name == name } })
                    .first
            {
                return show(entry, call)
            }
        }
        return call.reply(
            Phrase(
                "forum.faq-unknown",
                [
                    "words": .user(String(words.prefix(80))), "faq": .code("/faq"),
                    "ask": .code("/ask"),
                ]))
    }

    private func show(_ entry: FAQEntry, _ call: Call) -> Decision {
        call.reply(
            Phrase("forum.faq-entry", ["title": .user(entry.title), "body": .user(entry.body)]))
    }

    private func list(_ entries: [FAQEntry], _ call: Call) -> Decision {
        guard !entries.isEmpty else {
            return call.reply(Phrase("forum.faq-empty", ["add": .code("/faq add")]))
        }
        let lines = entries.prefix(20).map {
            Phrase("forum.faq-line", ["name": .code("/faq \($0.name)"), "title": .user($0.title)])
        }
        return call.reply(Phrase("forum.faq-list", ["lines": .lines(lines)]))
    }
}
