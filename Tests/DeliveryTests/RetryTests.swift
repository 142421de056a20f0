import Chat
import Testing

@testable import Delivery

@Suite("Retry")
struct RetryTests {
    typealias Step = Retry.Step
    static let room = RoomAddress(.telegram, "-100")

    @Test(
        "each answer of a platform has its next step",
        arguments: [
            ([.sent(id: "7")], .sent(id: "7")),
            ([.slowDown(seconds: 5)], .again(after: 5.05)),
            ([.slowDown(seconds: -3)], .again(after: 0.05)),
            (Array(repeating: .slowDown(seconds: 9), count: 50), .again(after: 9.05)),
            ([.unreachable], .again(after: 1)),
            ([.unreachable, .unreachable], .again(after: 2)),
            (Array(repeating: .unreachable, count: 5), .again(after: 16)),
            (Array(repeating: .unreachable, count: 1_000), .again(after: 30)),
            ([.uncertain], .again(after: 1)),
            ([.uncertain, .uncertain], .again(after: 2)),
            (Array(repeating: .uncertain, count: 4), .again(after: 8)),
            (Array(repeating: .uncertain, count: 5), .giveUp(.uncertain)),
            ([.uncertain, .unreachable, .slowDown(seconds: 1), .sent(id: nil)], .sent(id: nil)),
            ([.uncertain, .unreachable, .uncertain], .again(after: 2)),
            ([.blocked], .giveUp(.blocked)),
            ([.moved(to: room)], .elsewhere(room)),
            (
                Array(repeating: .moved(to: room), count: 4),
                .giveUp(.invalid(reason: "moved in a circle"))
            ),
            ([.invalid(reason: "entities")], .again(after: 0)),
            (
                [.invalid(reason: "entities"), .invalid(reason: "empty")],
                .giveUp(.invalid(reason: "empty"))
            ),
        ] as [([SendResult], Step)])
    func steps(results: [SendResult], last: Step) {
        var retry = Retry()
        var step: Step?
        for result in results { step = retry.step(after: result, chance: 0) }
        #expect(step == last)
    }

    @Test(
        "what is refused with its file goes without formatting, then without the file, then not at all"
    )
    func withFile() {
        var retry = Retry(carriesFile: true)
        let refused = SendResult.invalid(reason: "refused with 413")
        #expect(retry.step(after: refused, chance: 0) == .again(after: 0))
        #expect(retry.isPlain && retry.carriesFile)
        #expect(retry.step(after: refused, chance: 0) == .again(after: 0))
        #expect(!retry.carriesFile)
        #expect(
            retry.step(after: refused, chance: 0) == .giveUp(.invalid(reason: "refused with 413")))
    }

    @Test("waits grow to a minute and are spread by chance", arguments: 1...40)
    func backOff(failures: Int) {
        let (least, most) = (
            Retry.backOff(failures, chance: 0), Retry.backOff(failures, chance: 0.999_999)
        )
        #expect(least >= 1)
        #expect(most > least)
        #expect(most <= 60)
    }
}
