import Chat
import FoundationEssentials
import Support
import Testing

@testable import Delivery

@Suite("Settling", .timeLimit(.minutes(10)))
struct OutboxSettlingTests {
    typealias Trial = OutboxTrial

    @Test("answers that are out leave nothing to journal, and reads are not logged")
    func allOut() async {
        await Trial().run { trial in
            let keys = (1...20).map { "k\($0)" }
            await trial.outbox.deliver(keys.map { Trial.message($0, isDurable: false) })
            #expect(await trial.outbox.settle(keys, within: 60) == [])
            #expect(trial.log.lines.isEmpty)
            #expect(await trial.outbox.settle(["never", "heard"], within: 60) == [])
        }
    }

    @Test("answers that are late are named, and logged from then on")
    func someLate() async {
        await Trial().run { trial in
            trial.platform.close("telegram:slow")
            await trial.outbox.deliver([
                Trial.message("late", to: "telegram:slow", isDurable: false),
                Trial.message("soon", isDurable: false),
            ])
            async let late = trial.outbox.settle(["soon", "late"], within: 2)
            await trial.platform.waitForAttempts(2)
            await trial.clock.waitForSleeper(in: 2)
            trial.clock.advance(by: 2)
            #expect(await late == ["late"])
            trial.platform.open("telegram:slow")
            await trial.log.waitForLines(1)
            #expect(trial.log.lines.map { $0.prefix(9) } == ["sent late"])
        }
    }

    @Test("stopping lets go out what can, and does not wait for a chat that is held")
    func stop() async {
        let answer: @Sendable (Message, Int) -> SendResult = { message, _ in
            message.room.chat == "held" ? .slowDown(seconds: 600) : .sent(id: nil)
        }
        let trial = Trial(answer: answer)
        await withTaskGroup { group in
            group.addTask { await trial.outbox.run() }
            await trial.outbox.deliver([Trial.message("h", to: "telegram:held")])
            await trial.clock.waitForSleepers()
            await trial.outbox.deliver((1...200).map { Trial.message("m\($0)") })
            await trial.outbox.stop(within: 5)
            await group.waitForAll()
        }
        #expect(trial.log.lines.count == 200)
        #expect(await trial.outbox.pending == 1)
        await trial.outbox.deliver([Trial.message("too late")])
        #expect(await trial.outbox.pending == 1)
    }

    @Test("stopping ends at its limit when a chat hangs")
    func stopHanging() async {
        let trial = Trial()
        trial.platform.close("telegram:1")
        await withTaskGroup { group in
            group.addTask { await trial.outbox.run() }
            await trial.outbox.deliver([Trial.message("a")])
            await trial.platform.waitForAttempts(1)
            async let stopped: Void = trial.outbox.stop(within: 5)
            await trial.clock.waitForSleeper(in: 5)
            trial.clock.advance(by: 5)
            await stopped
            trial.platform.open("telegram:1")
            await group.waitForAll()
        }
        #expect(trial.log.lines == ["sent a 0"])
    }

    @Test("whoever waits when the outbox ends is told what is not out")
    func endWhileWaiting() async {
        let trial = Trial(answer: { _, _ in .slowDown(seconds: 600) })
        let running = Task { await trial.outbox.run() }
        await trial.outbox.deliver([Trial.message("a")])
        await trial.clock.waitForSleepers()
        async let late = trial.outbox.settle(["a", "b"], within: 100)
        await trial.clock.waitForSleeper(in: 100)
        running.cancel()
        #expect(await late == ["a"])
        await running.value
    }

    @Test("the oldest waiting message tells its age")
    func age() async {
        await Trial().run { trial in
            #expect(await trial.outbox.oldestAge == 0)
            trial.platform.close("telegram:1")
            await trial.outbox.deliver([Trial.message("a")])
            trial.clock.advance(by: 9)
            #expect(await trial.outbox.oldestAge == 9)
            trial.platform.open("telegram:1")
        }
    }
}
