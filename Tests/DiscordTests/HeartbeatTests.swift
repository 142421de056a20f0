import Testing

@testable import Discord

@Suite struct HeartbeatTests {
    @Test("at most 110 messages and 10 heartbeats fit into a minute")
    func window() {
        var window = SendWindow()
        let taken = (0..<200).count { window.take(at: Double($0) / 100) }
        #expect(taken == 110)
        #expect(window.opens == 60)
        let beats = (0..<10).count { _ in window.take(at: 2, isHeartbeat: true) }
        #expect(beats == 10)
        let isFree = window.take(at: 61)
        #expect(isFree)
    }
}
