import Chat
import Support
import Testing

@testable import Delivery

@Suite("The outbox with files", .timeLimit(.minutes(10)))
struct OutboxFilesTests {
    typealias Trial = OutboxTrial

    @Test("a message goes out with the content of its file, in its chat's order")
    func order() async {
        await Trial().run { trial in
            await trial.outbox.deliver([
                Trial.message("a"), Trial.file("ab", "b"), Trial.message("c"),
                Trial.file("cd", "d"), Trial.message("e"),
            ])
            await trial.log.waitForLines(5)
            #expect(trial.platform.attempts.map(\.text) == ["[a]", "[b]", "[c]", "[d]", "[e]"])
            #expect(
                trial.platform.attempts.map(\.contents)
                    == [nil, Array("ab".utf8), nil, Array("cd".utf8), nil])
            #expect(trial.platform.attempts[1].message.file?.name == "work-w7.pdf")
        }
    }

    @Test("few files are under way at once, and words pass the ones that wait")
    func width() async {
        await Trial().run { trial in
            for number in 0..<10 { trial.platform.close("telegram:\(number)") }
            await trial.outbox.deliver(
                (0..<10).map { Trial.file("ab", "f\($0)", to: "telegram:\($0)") })
            await trial.platform.waitForAttempts(Outbox.fileWidth)
            await trial.outbox.deliver(
                (0..<100).map { Trial.message("m\($0)", to: "telegram:a\($0)") })
            await trial.log.waitForLines(100)
            #expect(trial.platform.attempts.count { $0.contents != nil } == Outbox.fileWidth)
            for number in 0..<10 { trial.platform.open("telegram:\(number)") }
            await trial.log.waitForLines(110)
        }
    }

    @Test("an upload is tried again like any message")
    func again() async {
        let trial = Trial { _, number in
            switch number {
            case 0: .slowDown(seconds: 7)
            case 1: .unreachable
            case 2: .uncertain
            default: .sent(id: "9")
            }
        }
        await trial.run { trial in
            await trial.outbox.deliver([Trial.file("ab", "f"), Trial.message("m")])
            for attempts in 1...3 {
                await trial.platform.waitForAttempts(attempts)
                await trial.clock.waitForSleepers()
                trial.clock.advance(by: 61)
            }
            await trial.log.waitForLines(2)
            #expect(trial.platform.attempts.map(\.text) == ["[f]", "[f]", "[f]", "[f]", "[m]"])
            #expect(trial.platform.attempts[3].contents == Array("ab".utf8))
            #expect(trial.log.lines == ["sent f 9", "sent m 9"])
        }
    }

    @Test("an upload that may be out is repeated, and not for ever")
    func uncertain() async {
        let trial = Trial { _, _ in .uncertain }
        await trial.run { trial in
            await trial.outbox.deliver([Trial.file("ab", "f")])
            for repeats in 1...Retry.mostRepeats {
                await trial.clock.waitForSleepers()
                trial.clock.advance(by: 60)
                await trial.platform.waitForAttempts(repeats + 1)
            }
            await trial.log.waitForLines(1)
            #expect(trial.platform.attempts.count == 1 + Retry.mostRepeats)
            #expect(trial.log.lines == ["undeliverable f: uncertain"])
        }
    }

    private static let without =
        "[f]\nThe file that belongs to this could not be sent. Please tell a moderator."

    @Test("a file that is refused, or lost, is left out with a word about it")
    func leftOut() async {
        let trial = Trial { message, _ in
            message.file == nil ? .sent(id: "9") : .invalid(reason: "refused with 413")
        }
        await trial.run { trial in
            await trial.outbox.deliver([Trial.file("ab", "f"), Trial.message("m")])
            await trial.log.waitForLines(2)
            #expect(
                trial.platform.attempts.map(\.text) == ["[f]", "[f]", Self.without, "[m]"])
            await trial.outbox.deliver([Trial.file("", "f")])
            await trial.log.waitForLines(3)
            #expect(trial.platform.attempts.last?.text == Self.without)
            #expect(trial.platform.attempts.last?.contents == nil)
        }
    }
}
