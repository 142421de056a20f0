package import Chat
package import Cohorts
import FoundationEssentials

/// `/forum pass`: a hint did not fit; the button "Not my question" under it says so.
package struct ForumPass: Command {
    static let thread = Field<String>.word("thread", "The id in the hint")

    package static let card = CommandCard(
        "forum pass", for: .learner, "Say that a hint was not about your question",
        fields: [thread.card], examples: ["/forum pass q7"])

    /// So long the same thread is not hinted at again, in seconds.
    private static let pause = 180 * 86_400.0

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let thread = String(try call[Self.thread].prefix(64))
        return call.answersAsker(Phrase("forum.passed", ["ask": .code("/ask")])).after([
            HintsHeld(
                cohort: cohort.id, person: call.caller.person, thread: thread,
                until: call.now.addingTimeInterval(Self.pause), all: nil)
        ])
    }
}
