import Testing

@testable import Telegram

@Suite struct RecentUpdatesTests {
    private func batch(_ ids: some Sequence<Int64>) -> UpdateBatch {
        UpdateBatch(updates: ids.map { Update(id: $0, kind: .unknown) })
    }

    @Test("what was handled is left out when it comes again")
    func repeats() {
        var recent = RecentUpdates()
        recent.remember(batch(1...3))
        #expect(recent.new(in: batch(2...5)).updates.map(\.id) == [4, 5])
    }

    @Test("it remembers the last thousand and no more than two")
    func bounded() {
        var recent = RecentUpdates()
        for first in stride(from: Int64(0), to: 10_000, by: 100) {
            recent.remember(batch(first..<first + 100))
        }
        #expect(recent.new(in: batch([9_000, 9_999])).updates.isEmpty)
        #expect(recent.new(in: batch([0, 7_000])).updates.count == 2)
    }
}
