package import Chat
package import Cohorts
import ForumImport
import FoundationEssentials
import HashTreeCollections

/// `/forum import`: takes an exported forum in, after showing what it holds and asking whether it may.
///
/// The yes is kept with its giver's name: a forum's threads were written by people, and somebody has to say that they
/// may stand here.
package struct ForumImportCommand: Command {
    static let export = Field<Given>.file(
        "export", "An exported forum as a file, and a name for it if you like",
        upTo: { _ in FileContent.mostBytes })

    package static let card = CommandCard(
        "forum import", for: .moderator, "Take in an exported forum",
        fields: [export.card], examples: ["/forum import", "/forum import last-year"],
        meanings: ["discourse", "mbox", "faq"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        // A link is not fetched: the bot goes nowhere that a message tells it to.
        guard case .file(let content, let words) = try call[Self.export] else {
            throw .because(Phrase("forum.import-no-file", ["formats": Self.formats]))
        }
        let forum: ImportedForum
        do throws(ImportFault) {
            forum = try ImportedForum.read(content.bytes ?? [], name: content.kept.name)
        } catch {
            let reason = error.line.map { "\($0): \(error.words)" } ?? error.words
            throw .because(
                Phrase(
                    "forum.import-unreadable",
                    ["reason": .code(reason), "formats": Self.formats]))
        }
        let name = words.trimmed.prefix { !$0.isWhitespace }.lowercased()
        let source = name.isEmpty ? forum.format.rawValue : String(name.prefix(Self.longestName))
        let plan = ForumImportPlan(
            forum, source: source, into: cohort, of: world, now: call.now,
            attestedBy: call.caller.person)
        let values: [String: Phrase.Value] = [
            "cohort": .user(cohort.name), "format": .code(forum.format.title),
            "source": .user(source), "lines": .lines(Self.lines(forum, plan)),
        ]
        guard !plan.events.isEmpty else {
            return call.reply(Phrase("forum.import-nothing", values))
        }
        guard call.arguments.isConfirmed else {
            throw .confirm(Phrase("forum.import-plan", values), fixed: [:])
        }
        return call.reply(Phrase("forum.imported", values)).after(plan.events)
    }

    private static let longestName = 40

    private static let formats = Phrase.Value.list(
        ImportFormat.allCases.map { Phrase("plain", ["text": .code($0.title)]) })

    /// What would happen, and what is left out.
    private static func lines(_ forum: ImportedForum, _ plan: ForumImportPlan) -> [Phrase] {
        let changed = plan.added + plan.updated
        let counts = [
            ("forum.import-new", plan.added.count), ("forum.import-updated", plan.updated.count),
            ("forum.import-unchanged", plan.unchanged),
            ("forum.import-answered", changed.count { $0.answer != nil }),
            ("forum.import-chatter", forum.skipped[.chatter] ?? 0),
            ("forum.import-empty", forum.skipped[.withoutQuestion] ?? 0),
            ("forum.import-beyond", forum.skipped[.tooMany] ?? 0),
            ("forum.import-twice", forum.skipped[.twice] ?? 0),
        ]
        return counts.filter { $0.1 > 0 }.map { Phrase($0.0, ["count": .number($0.1)]) }
    }
}
