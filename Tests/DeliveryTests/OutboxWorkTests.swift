import Chat
import FoundationEssentials
import Support
import Testing

@testable import Delivery

@Suite("Outbox and messages that come late or perhaps twice", .timeLimit(.minutes(10)))
struct OutboxWorkTests {
    typealias Trial = OutboxTrial

    @Test("what tells nobody anything any more is not sent")
    func expired() async {
        let answer: @Sendable (Message, Int) -> SendResult = { _, number in
            number == 0 ? .slowDown(seconds: 30) : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            await trial.outbox.deliver([
                Trial.message(
                    "a", urgency: .reminder, expires: trial.clock.now().addingTimeInterval(20)),
                Trial.message("b"),
            ])
            await trial.clock.waitForSleepers()
            trial.clock.advance(by: 31)
            await trial.log.waitForLines(2)
            #expect(trial.log.lines.sorted() == ["sent b -", "undeliverable a: expired"])
        }
    }

    @Test(
        "a notice that may have arrived before says so, an answer does not",
        arguments: [
            (Urgency.reply, true, "[a]"), (.reminder, true, "Perhaps you have this already:\n[a]"),
            (.broadcast, true, "Perhaps you have this already:\n[a]"), (.reminder, false, "[a]"),
        ])
    func perhaps(urgency: Urgency, mayBeOut: Bool, text: String) async {
        await Trial().run { trial in
            await trial.outbox.deliver([
                Trial.message("a", urgency: urgency, mayBeOut: mayBeOut)
            ])
            await trial.platform.waitForAttempts(1)
            #expect(trial.platform.attempts[0].text == text)
        }
    }

    @Test("so does one whose first sending was cut off")
    func cutOff() async {
        let answer: @Sendable (Message, Int) -> SendResult = { _, number in
            number == 0 ? .uncertain : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            await trial.outbox.deliver([Trial.message("a", urgency: .reminder)])
            await trial.clock.waitForSleepers()
            trial.clock.advance(by: 5)
            await trial.platform.waitForAttempts(2)
            #expect(
                trial.platform.attempts.map(\.text) == [
                    "[a]", "Perhaps you have this already:\n[a]",
                ])
        }
    }
}
