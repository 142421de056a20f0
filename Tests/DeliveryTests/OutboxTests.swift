import Chat
import FoundationEssentials
import Support
import Testing

@testable import Delivery

@Suite("Outbox", .timeLimit(.minutes(10)))
struct OutboxTests {
    typealias Trial = OutboxTrial

    @Test("a message becomes words when it is sent")
    func rendered() async {
        await Trial().run { trial in
            let room = RoomAddress(.telegram, "1", topic: "7")
            let outgoing = Outgoing(
                to: .room(room), Phrase("times.in", ["span": .user("*x*")]),
                buttons: [[Choice(Phrase("times.now"), "/now")]], replyTo: "55",
                asks: Account(.telegram, "9"))
            await trial.outbox.deliver([Owed(key: "k", outgoing, isDurable: true)])
            await trial.log.waitForLines(1)
            #expect(
                trial.platform.attempts.map(\.message) == [
                    Message(
                        room: room, text: [.plain("in "), .quoted("*x*")],
                        buttons: [[Button("now", "/now")]], replyTo: "55",
                        asks: Account(.telegram, "9"), key: "k")
                ])
            #expect(trial.log.lines == ["sent k 0"])
            #expect(await trial.outbox.pending == 0)
        }
    }

    @Test("a chat keeps its order while another one hangs")
    func orderAndIndependence() async {
        await Trial().run { trial in
            trial.platform.close("telegram:slow")
            await trial.outbox.deliver([
                Trial.message("s1", to: "telegram:slow"), Trial.message("s2", to: "telegram:slow"),
            ])
            await trial.outbox.deliver((1...50).map { Trial.message("m\($0)") })
            await trial.log.waitForLines(50)
            let texts = trial.platform.attempts.filter { $0.room == "telegram:1" }.map(\.text)
            #expect(texts == (1...50).map { "[m\($0)]" })
            #expect(trial.platform.attempts.count == 51)
            #expect(await trial.outbox.pending == 2)
            trial.platform.open("telegram:slow")
            await trial.log.waitForLines(52)
            #expect(trial.log.lines.suffix(2).map { $0.prefix(7) } == ["sent s1", "sent s2"])
        }
    }

    @Test("a platform that hangs holds up no other")
    func platformsAreIndependent() async {
        let clock = SteppedClock()
        let other = ScriptedPlatform(.discord, clock: clock)
        await Trial(others: [other], clock: clock).run { trial in
            for number in 0..<100 { trial.platform.close("telegram:\(number)") }
            await trial.outbox.deliver(
                (0..<100).map { Trial.message("t\($0)", to: "telegram:\($0)") })
            await trial.platform.waitForAttempts(Crew.usual)
            await trial.outbox.deliver([Trial.message("d", to: "discord:1")])
            await trial.log.waitForLines(1)
            #expect(trial.log.lines == ["sent d 0"])
            #expect(trial.platform.attempts.count == Crew.usual)
            for number in 0..<100 { trial.platform.open("telegram:\(number)") }
            await trial.log.waitForLines(101)
        }
    }

    @Test("more messages go at once where a server is slow to answer, up to a limit")
    func slowServer() async {
        await Trial().run { trial in
            for number in 0..<100 { trial.platform.close("telegram:\(number)") }
            await trial.outbox.deliver(
                (0..<100).map { Trial.message("t\($0)", to: "telegram:\($0)") })
            var underWay = 0
            while underWay < Crew.most {
                underWay += Crew.usual
                await trial.platform.waitForAttempts(underWay)
                #expect(trial.platform.attempts.count == underWay)
                if underWay < Crew.most { await trial.clock.waitForSleeper(in: Crew.patience) }
                trial.clock.advance(by: Crew.patience)
            }
            trial.clock.advance(by: 60)
            #expect(trial.platform.attempts.count == Crew.most)
            for number in 0..<100 { trial.platform.open("telegram:\(number)") }
            await trial.log.waitForLines(100)
        }
    }

    @Test("a reply overtakes the broadcast that waits for its turn")
    func replyFirst() async {
        await Trial(pacing: .platform).run { trial in
            await trial.outbox.deliver(
                (0..<200).map {
                    Trial.message("b\($0)", to: "telegram:\($0)", urgency: .broadcast)
                })
            await trial.log.waitForLines(30)
            // The alarm for slow answers comes first, then the one for the pace.
            await trial.clock.waitForSleeper(in: Crew.patience)
            trial.clock.advance(by: Crew.patience)
            await trial.clock.waitForSleeper(in: 1 - Crew.patience)
            await trial.outbox.deliver([Trial.message("r", to: "telegram:new")])
            // Nothing goes before the second is over; then the reply is first.
            #expect(await trial.outbox.settle(["r"], within: 0) == ["r"])
            trial.clock.advance(by: 1 - Crew.patience)
            await trial.log.waitForLines(60)
            #expect(trial.platform.attempts[30].text == "[r]")
        }
    }

    @Test("a chat that asks to slow down is left alone for exactly that long, and loses nothing")
    func slowDown() async {
        let answer: @Sendable (Message, Int) -> SendResult = { message, number in
            message.text.plain == "[a]" && number == 0 ? .slowDown(seconds: 7) : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            await trial.outbox.deliver([Trial.message("a"), Trial.message("b")])
            await trial.platform.waitForAttempts(1)
            await trial.outbox.deliver([Trial.message("c", to: "telegram:2")])
            await trial.log.waitForLines(1)
            #expect(trial.log.lines == ["sent c -"])
            await trial.clock.waitForSleepers { $0.count == 1 }
            let wait = trial.clock.sleepers[0].timeIntervalSince(trial.clock.now())
            #expect((7...7.25).contains(wait))
            trial.clock.advance(by: wait)
            await trial.log.waitForLines(3)
            #expect(trial.log.lines == ["sent c -", "sent a -", "sent b -"])
            #expect(await trial.outbox.counts.secondsAskedToWait == 7)
        }
    }

    @Test("an unreachable platform is tried until it is back, ever less often")
    func unreachable() async {
        await Trial(answer: { _, number in number < 30 ? .unreachable : .sent(id: "9") }).run {
            trial in
            await trial.outbox.deliver([Trial.message("a"), Trial.message("b")])
            for attempt in 1...30 {
                await trial.platform.waitForAttempts(attempt)
                await trial.clock.waitForSleepers()
                trial.clock.advance(by: 60)
            }
            await trial.log.waitForLines(2)
            #expect(trial.log.lines == ["sent a 9", "sent b 9"])
            #expect(await trial.outbox.counts.triedAgain == 30)
        }
    }

    @Test("a message that may be out is repeated, and not for ever")
    func uncertain() async {
        await Trial(answer: { _, _ in .uncertain }).run { trial in
            await trial.outbox.deliver([Trial.message("a")])
            for repeats in 1...Retry.mostRepeats {
                await trial.clock.waitForSleepers()
                trial.clock.advance(by: 60)
                await trial.platform.waitForAttempts(repeats + 1)
            }
            await trial.log.waitForLines(1)
            #expect(trial.platform.attempts.count == 1 + Retry.mostRepeats)
            #expect(trial.log.lines == ["undeliverable a: uncertain"])
        }
    }

    @Test("a refused message goes once more without formatting and buttons")
    func invalid() async {
        let answer: @Sendable (Message, Int) -> SendResult = { message, _ in
            message.buttons.isEmpty ? .sent(id: nil) : .invalid(reason: "button")
        }
        await Trial(answer: answer).run { trial in
            var owed = Trial.message("times.in")
            owed.outgoing.phrase.values["span"] = .user("x")
            owed.outgoing.buttons = [[Choice(Phrase("times.now"), "x")]]
            await trial.outbox.deliver([owed])
            await trial.log.waitForLines(1)
            #expect(trial.platform.attempts[1].message.text == [.quoted("in x")])
            #expect(trial.log.lines == ["sent times.in -"])
        }
    }

    @Test("a message that is refused twice is given up, and the next one goes")
    func invalidTwice() async {
        let answer: @Sendable (Message, Int) -> SendResult = { message, _ in
            message.text.plain == "[a]" ? .invalid(reason: "empty") : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            await trial.outbox.deliver([Trial.message("a"), Trial.message("b")])
            await trial.log.waitForLines(2)
            #expect(trial.log.lines == ["undeliverable a: invalid: empty", "sent b -"])
        }
    }

    @Test("a chat that has moved gets everything at its new address")
    func moved() async {
        let answer: @Sendable (Message, Int) -> SendResult = { message, _ in
            message.room.chat == "-1"
                ? .moved(to: RoomAddress(.telegram, "-1001")) : .sent(id: nil)
        }
        await Trial(answer: answer).run { trial in
            await trial.outbox.deliver(
                ["a", "b", "c"].map { Trial.message($0, to: "telegram:-1/7") })
            await trial.log.waitForLines(4)
            #expect(
                trial.log.lines
                    == ["moved telegram:-1 to telegram:-1001", "sent a -", "sent b -", "sent c -"])
            #expect(
                trial.platform.attempts.map(\.room)
                    == ["telegram:-1/7"] + Array(repeating: "telegram:-1001", count: 3))
        }
    }

    @Test("a platform that is off today leaves its messages owed")
    func platformOff() async {
        await Trial().run { trial in
            await trial.outbox.deliver([Trial.message("a", to: "discord:1")])
            #expect(await trial.outbox.settle(["a"], within: 60) == [])
            #expect(await trial.outbox.pending == 0)
            #expect(trial.log.lines.isEmpty)
        }
    }

    @Test("a key that is under way is not taken twice")
    func sameKey() async {
        await Trial().run { trial in
            trial.platform.close("telegram:1")
            await trial.outbox.deliver([Trial.message("a", isDurable: false)])
            await trial.platform.waitForAttempts(1)
            await trial.outbox.deliver([Trial.message("a"), Trial.message("b")])
            trial.platform.open("telegram:1")
            await trial.log.waitForLines(2)
            #expect(trial.log.lines == ["sent a 0", "sent b 1"])
        }
    }

    @Test("one group gets at most twenty messages a minute")
    func groupPace() async {
        await Trial(pacing: .platform).run { trial in
            await trial.outbox.deliver(
                (1...25).map { Trial.message("m\($0)", to: "telegram:-5") })
            for second in 0..<17 {
                await trial.log.waitForLines(3 + second)
                await trial.clock.waitForSleeper(in: 1)
                trial.clock.advance(by: 1)
            }
            await trial.log.waitForLines(20)
            await trial.clock.waitForSleeper(in: 43)
            #expect(trial.platform.attempts.count == 20)
            trial.clock.advance(by: 43)
            await trial.log.waitForLines(21)
        }
    }
}
