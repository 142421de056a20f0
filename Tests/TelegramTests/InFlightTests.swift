import Testing

@testable import Telegram

@Suite struct InFlightTests {
    private func batch(_ newest: Int64) -> InFlight.Batch {
        InFlight.Batch(newest: newest, isPlausible: true)
    }

    @Test(
        "batches are confirmed in order, whichever is safe first",
        arguments: [
            ([1, 2, 3], [[10], [20], [30]]),
            ([3, 2, 1], [[], [], [10, 20, 30]]),
            ([2, 1, 3], [[], [10, 20], [30]]),
            ([1, 3, 2], [[10], [], [20, 30]]),
            ([1, 1, 7, 2, 3], [[10], [], [], [20], [30]]),
        ])
    func order(ends: [Int], expected: [[Int64]]) {
        var inFlight = InFlight()
        for newest in [10, 20, 30] { _ = inFlight.handOver(batch(Int64(newest)), at: 100) }
        #expect(ends.map { inFlight.ended($0).map(\.newest) } == expected)
        #expect(inFlight.isEmpty)
    }

    @Test("looks keep a second's distance from the last answer")
    func spacing() {
        var inFlight = InFlight()
        inFlight.saw(3, at: 100)
        _ = inFlight.handOver(batch(3), at: 100.5)
        #expect(inFlight.nextLook == 101.5)
        inFlight.saw(4, at: 101.2)
        #expect(inFlight.nextLook == 102.2)
    }

    @Test("where Telegram shows no more at this offset there is nothing to look for")
    func full() {
        var inFlight = InFlight()
        inFlight.saw(60, at: 100)
        let first = inFlight.handOver(batch(60), at: 100)
        inFlight.saw(100, at: 101)
        let second = inFlight.handOver(batch(100), at: 101)
        #expect(inFlight.nextLook == nil)
        #expect(inFlight.ended(second).isEmpty)
        #expect(inFlight.nextLook == nil)
        #expect(inFlight.ended(first).count == 2)
        #expect(inFlight.nextLook == 102)
    }
}
