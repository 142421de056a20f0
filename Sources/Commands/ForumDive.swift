package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/forum dive`: the best threads of the week, of one module or of all, and two questions to help with.
package struct ForumDive: Command {
    static let module = Field<String?>.optional(
        "module", .text, "A module or topic, such as module 2")

    package static let card = CommandCard(
        "forum dive", for: .learner,
        "The week's best threads, and two questions you could help with",
        fields: [module.card], examples: ["/forum dive", "/forum dive module 2"],
        meanings: ["dive", "best", "highlights"])

    private static let week = 7 * 86_400.0

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let module = try call[Self.module]
        var threads = world.threads.values.filter {
            $0.cohort == cohort.id && $0.isPosted && $0.duplicateOf == nil && $0.answer != nil
        }
        if let module { threads = threads.filter { $0.isAbout(module) } }
        let since = call.now.addingTimeInterval(-Self.week)
        let fresh = threads.filter { $0.answer?.at ?? .distantPast >= since }
        // A quiet week shows what has helped most so far.
        let best = (fresh.isEmpty ? threads : fresh).sorted { $0.isBetter(than: $1) }.prefix(4)
        let open = call.openQuestions(of: cohort.id, in: world).filter { question in
            question.thread.askedBy != call.caller.person
                && (module.map { question.thread.isAbout($0) } ?? true)
        }
        let help = (open.filter(\.isOfMine) + open.filter { !$0.isOfMine }).prefix(2).map(\.thread)
        guard !best.isEmpty || !help.isEmpty else {
            return call.reply(Phrase("forum.dive-empty", ["ask": .code("/ask")]))
        }
        return call.reply(
            Phrase(
                "forum.dive",
                [
                    "best": .phrase(
                        best.isEmpty
                            ? Phrase("nothing")
                            : Phrase(
                                fresh.isEmpty ? "forum.dive-best-ever" : "forum.dive-best",
                                ["lines": .lines(best.map(\.shown))])),
                    "help": .phrase(
                        help.isEmpty
                            ? Phrase("nothing")
                            : Phrase(
                                "forum.dive-help",
                                [
                                    "lines": .lines(help.map(\.listed)),
                                    "answer": .code("/forum answer"),
                                ])),
                ]))
    }
}

extension Thread {
    /// A tag says so, or the words stand in the question.
    fileprivate func isAbout(_ topic: String) -> Bool {
        let topic = topic.lowercased()
        return tags?.contains { $0.lowercased() == topic } == true
            || headline.lowercased().contains(topic)
    }

    fileprivate func isBetter(than other: Thread) -> Bool {
        let (a, b) = (answer?.at ?? askedAt, other.answer?.at ?? other.askedAt)
        return (thanks ?? 0, a, other.id) > (other.thanks ?? 0, b, id)
    }

    fileprivate var shown: Phrase {
        Phrase(
            "forum.dive-line",
            [
                "id": .code(id.rawValue), "title": .user(headline.shortened(to: 120)),
                "answer": .user((answer?.text ?? "").shortened(to: 200)),
                "thanks": .phrase(
                    (thanks ?? 0) == 0
                        ? Phrase("nothing")
                        : Phrase("forum.helped", ["count": .number(thanks ?? 0)])
                ),
            ])
    }
}
