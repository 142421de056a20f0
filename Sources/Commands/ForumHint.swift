import Chat
import Cohorts
import ForumSearch
import FoundationEssentials
import HashTreeCollections

/// The one quiet hint that a question typed among people may get: where the peer forum very probably answers it.
///
/// Only where a moderator switched it on, to members, not about the same thread and not to the same learner again soon:
/// a bot that talks between people is muted.
struct ForumHint {
    let call: Call
    let world: World

    /// So long nobody is told again: of anything, and of the same thread, in seconds.
    private static let pause = (ofAnything: 3_600.0, ofThread: 7 * 86_400.0)
    private static let lengths = 12...600

    /// nil for nearly everything that is typed.
    func decide(_ text: String) -> Decision? {
        guard let id = call.caller.cohort, let cohort = world.cohorts[id],
            cohort.settings.hints == true, cohort.members[call.caller.person] != nil,
            Self.lengths.contains(text.count), text.contains(where: { "?？؟".contains($0) }),
            !cohort.isHintHeld(from: call.caller.person, about: nil, at: call.now)
        else { return nil }
        let found = call.knowledge.forum.search(
            text, in: id, language: call.caller.language, limit: 1)
        guard found.band == .answered, let hit = found.hits.first, hasAnswer(hit),
            !cohort.isHintHeld(from: call.caller.person, about: hit.id, at: call.now),
            let line = ForumSearchCommand.line(hit, index: 0, call: call, world: world)
        else { return nil }
        let pass = "/forum pass \(hit.id)"
        return Decision(
            kind: "hint",
            events: [
                HintsHeld(
                    cohort: id, person: call.caller.person, thread: hit.id,
                    until: call.now.addingTimeInterval(Self.pause.ofThread),
                    all: call.now.addingTimeInterval(Self.pause.ofAnything))
            ],
            messages: [
                call.inRoom(
                    Phrase(
                        "forum.hint",
                        [
                            "line": .phrase(line),
                            "percent": .number(Int((found.confidence * 100).rounded())),
                        ]),
                    buttons: pass.utf8.count > 64
                        ? [] : [[Choice(Phrase("forum.not-mine"), pass)]])
            ])
    }

    private func hasAnswer(_ hit: Hit) -> Bool {
        guard let thread = world.threads[ShortID(rawValue: hit.id)] else {
            return hit.id.hasPrefix(FAQEntry.threadID(""))
        }
        // What one wrote oneself one knows.
        return thread.answer != nil && thread.askedBy != call.caller.person
            && thread.answer?.by != call.caller.person
    }
}
