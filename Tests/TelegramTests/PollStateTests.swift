import CurlHTTP
import Testing

@testable import Telegram

@Suite struct PollStateTests {
    private func answer(_ state: inout PollState, _ newest: Int64?, took: Double = 1)
        -> PollState.Step
    {
        guard let newest else {
            return state.answeredNothing(asked: 100, now: 100 + took, waiting: 50, jitter: 0)
        }
        state.answered()
        state.safe(newest: newest)
        return .poll
    }

    @Test("the next poll asks for what comes after the last update")
    func offset() {
        var state = PollState()
        #expect(state.offset == nil)
        #expect(answer(&state, 41) == .poll)
        #expect(state.offset == 42)
        #expect(state.unconfirmed == 42)
        #expect(state.farewell == .seconds(2))
    }

    @Test("an empty answer confirms, and leaves open where the next ids begin")
    func empty() {
        var state = PollState()
        _ = answer(&state, 41)
        #expect(answer(&state, nil) == .poll)
        #expect(state.offset == nil)
        #expect(state.unconfirmed == nil)
        #expect(answer(&state, 7, took: 50) == .poll)
    }

    @Test("ids that start anew far below are followed at once")
    func restart() {
        var state = PollState()
        _ = answer(&state, 900_000_000)
        _ = answer(&state, nil)
        _ = answer(&state, 777)
        #expect(state.offset == 778)
    }

    @Test("an old batch that comes again does not turn the offset back, unless it insists")
    func redelivery() {
        var state = PollState()
        _ = answer(&state, 41)
        _ = answer(&state, 39)
        #expect(state.offset == 42)
        _ = answer(&state, 39)
        #expect(state.offset == 40)
    }

    @Test("garbage that happens to be JSON does not move the offset")
    func garbage() {
        var state = PollState()
        _ = answer(&state, 900_000_000)
        state.safe(newest: 1, isPlausible: false)
        #expect(state.offset == 900_000_001)
    }

    @Test(
        "refusals are waited for as long as they deserve",
        arguments: [
            (
                TelegramRefusal(code: 429, description: "", retryAfter: 7), 7.5,
                PollState.Trouble.slowDown
            ),
            (TelegramRefusal(code: 429, description: ""), 1.5, .slowDown),
            (
                TelegramRefusal(code: 409, description: "Conflict: terminated by other getUpdates"),
                3, .conflict
            ),
            (
                TelegramRefusal(code: 409, description: "Conflict: … while webhook is active"), 5,
                .webhook
            ),
            (TelegramRefusal(code: 502, description: "Bad Gateway"), 0.75, .serverError(502)),
            (TelegramRefusal(code: 400, description: "Bad Request"), 0.75, .refused(400)),
        ])
    func refusals(refusal: TelegramRefusal, seconds: Double, trouble: PollState.Trouble) {
        var state = PollState()
        #expect(state.refused(refusal, jitter: 0.5) == .wait(seconds: seconds, trouble))
    }

    @Test("a refused token stops the poll", arguments: [401, 404])
    func stop(code: Int) {
        var state = PollState()
        let refusal = TelegramRefusal(code: code, description: "Unauthorized")
        #expect(state.refused(refusal, jitter: 0) == .stop(refusal))
    }

    @Test("waits double to half a minute and begin anew after an answer")
    func backOff() {
        var state = PollState()
        var waits: [Double] = []
        for _ in 0..<8 {
            if case .wait(let seconds, _) = state.failed(.cannotConnect, jitter: 1) {
                waits.append(seconds)
            }
        }
        #expect(waits == [1, 2, 4, 8, 16, 30, 30, 30])
        _ = answer(&state, nil, took: 50)
        #expect(
            state.unreadable(status: 502, jitter: 0)
                == .wait(seconds: 0.5, .unreadable(status: 502)))
    }

    @Test("a failure keeps the offset")
    func keepsOffset() {
        var state = PollState()
        _ = answer(&state, 41)
        _ = state.failed(.closed(requestSent: true), jitter: 0)
        #expect(state.offset == 42)
        #expect(state.unconfirmed == 42)
    }

    @Test("empty answers that come at once are no reason to run hot")
    func hasty() {
        var state = PollState()
        #expect(answer(&state, nil, took: 0.01) == .wait(seconds: 0.5, .hasty))
        #expect(answer(&state, nil, took: 0.01) == .wait(seconds: 1, .hasty))
    }

    @Test(
        "a poll that was under way has confirmed, one that just began may not have",
        arguments: [
            (0.001, Int64?(42)), (3.0, nil),
        ])
    func abandoned(seconds: Double, expected: Int64?) {
        var state = PollState()
        _ = answer(&state, 41)
        state.abandoned(after: seconds)
        #expect(state.unconfirmed == expected)
        #expect(state.farewell == .milliseconds(50))
    }

    @Test("what becomes safe while the last poll is given up is confirmed with patience")
    func safeAfterAbandoned() {
        var state = PollState()
        _ = answer(&state, 41)
        state.abandoned(after: 3)
        state.safe(newest: 43)
        #expect(state.unconfirmed == 44)
        #expect(state.farewell == .seconds(2))
    }

    @Test(
        "a server that hangs is noticed within 1.2 times the poll's time, or 8 seconds",
        arguments: [0, 1, 5, 10, 25, 50])
    func patience(seconds: Int) {
        let patience = PollState.patience(waiting: seconds)
        #expect(patience > .seconds(seconds + 1))
        #expect(patience <= .milliseconds(max(8_000, seconds * 1_200)))
    }

    @Test("a paced poll asks no more often than it may in any second")
    func pace() {
        var state = PollState(pollsPerSecond: 20)
        var now = 0.0
        var polls: [Double] = []
        for id in 1...200 {
            polls.append(now)
            now += 0.002
            state.safe(newest: Int64(id))
            now += state.pace(now)
        }
        for first in polls { #expect(polls.count { $0 >= first && $0 < first + 1 } <= 24) }
    }
}
