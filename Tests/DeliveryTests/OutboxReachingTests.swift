import Chat
import FoundationEssentials
import Support
import Testing

@testable import Delivery

@Suite("Outbox and people who cannot be reached", .timeLimit(.minutes(10)))
struct OutboxReachingTests {
    typealias Trial = OutboxTrial

    @Test("who never wrote in private is called in the room, without a word of what waits")
    func neverWrote() async {
        await Trial().run { trial in
            await trial.outbox.deliver([
                Trial.message("secret", person: "p1", fallback: "telegram:-5")
            ])
            await trial.log.waitForLines(1)
            await trial.platform.waitForAttempts(1)
            #expect(trial.log.lines == ["waits secret"])
            let message = trial.platform.attempts[0].message
            #expect(message.room == RoomAddress(.telegram, "-5"))
            #expect(message.text.runs.first == .mention(Account(.telegram, "p1"), name: "p1"))
            #expect(!message.text.plain.contains("secret"))
        }
    }

    @Test("the same person is not called twice in a day")
    func calledOnce() async {
        await Trial().run { trial in
            for key in ["a", "b"] {
                await trial.outbox.deliver([
                    Trial.message(key, person: "p1", fallback: "telegram:-5")
                ])
            }
            await trial.log.waitForLines(2)
            trial.clock.advance(by: 86_401)
            await trial.outbox.deliver([
                Trial.message("c", person: "p1", fallback: "telegram:-5")
            ])
            await trial.platform.waitForAttempts(2)
            #expect(await trial.outbox.settle(["a/waiting", "c/waiting"], within: 60) == [])
            #expect(trial.platform.attempts.map(\.message.key) == ["a/waiting", "c/waiting"])
        }
    }

    @Test("the call in the room brings the address of the private chat, where there is one")
    func link() async {
        await Trial(link: "https://t.me/bot?start=_waiting").run { trial in
            await trial.outbox.deliver([
                Trial.message("secret", person: "p1", fallback: "telegram:-5")
            ])
            await trial.platform.waitForAttempts(1)
            let text = trial.platform.attempts[0].message.text
            #expect(
                text.runs.contains(
                    .link(
                        "https://t.me/bot?start=_waiting", url: "https://t.me/bot?start=_waiting")))
        }
    }

    @Test("without a room to call in, the message waits all the same")
    func nowhere() async {
        await Trial().run { trial in
            await trial.outbox.deliver([Trial.message("a", person: "p1")])
            await trial.log.waitForLines(1)
            #expect(trial.log.lines == ["waits a"])
            #expect(trial.platform.attempts.isEmpty)
        }
    }

    @Test("who blocked the bot is not tried again for each message that waits")
    func blocked() async {
        let answer: @Sendable (Message, Int) -> SendResult = { message, _ in
            message.room.chat == "1" ? .blocked : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            trial.places.put("p1", in: "telegram:1")
            await trial.outbox.deliver([
                Trial.message("a", person: "p1", fallback: "telegram:-5"),
                Trial.message("b", person: "p1", fallback: "telegram:-5"),
            ])
            await trial.log.waitForLines(3)
            await trial.platform.waitForAttempts(2)
            #expect(
                trial.log.lines == ["blocked telegram:1", "waits a", "waits b"])
            #expect(trial.platform.attempts.map(\.room) == ["telegram:1", "telegram:-5"])
        }
    }

    @Test("a message that waited for more than a minute looks for its reader again")
    func lookedUpAgain() async {
        let answer: @Sendable (Message, Int) -> SendResult = { _, number in
            number == 0 ? .slowDown(seconds: 120) : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            trial.places.put("p1", in: "telegram:1")
            await trial.outbox.deliver([Trial.message("a", person: "p1")])
            await trial.clock.waitForSleepers()
            trial.places.put("p1", in: "telegram:2")
            trial.clock.advance(by: 121)
            await trial.log.waitForLines(1)
            #expect(trial.platform.attempts.map(\.room) == ["telegram:1", "telegram:2"])
            #expect(trial.log.lines == ["sent a -"])
        }
    }

    @Test("a reader who is gone after a minute is not written to")
    func goneMeanwhile() async {
        await Trial(answer: { _, _ in .slowDown(seconds: 120) }).run { trial in
            trial.places.put("p1", in: "telegram:1")
            await trial.outbox.deliver([Trial.message("a", person: "p1")])
            await trial.clock.waitForSleepers()
            trial.places.put("p1", in: nil)
            trial.clock.advance(by: 121)
            await trial.log.waitForLines(1)
            #expect(trial.log.lines == ["waits a"])
            #expect(trial.platform.attempts.count == 1)
        }
    }
}
