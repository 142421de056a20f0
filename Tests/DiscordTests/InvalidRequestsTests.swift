import Testing

@testable import Discord

@Suite struct InvalidRequestsTests {
    @Test("a thousand refusals in ten minutes stop the bot, long before ten thousand ban it")
    func breaker() {
        var invalid = InvalidRequests()
        for index in 0..<999 { invalid.note(403, at: Double(index) / 10) }
        invalid.note(404, at: 100)
        invalid.note(429, isShared: true, at: 100)
        #expect(invalid.halt(at: 100) == nil)
        invalid.note(429, at: 100)
        #expect(invalid.halt(at: 100) == .tooMany(until: 700))
        #expect(invalid.halt(at: 701) == nil)
        invalid.note(403, at: 701)
        #expect(invalid.halt(at: 701) == nil)
    }

    @Test("a ban is waited out, at least ten minutes, and a refused token for ever")
    func halts() {
        var invalid = InvalidRequests()
        invalid.isBanned(for: 3, at: 0)
        #expect(invalid.halt(at: 599) == .banned(until: 600))
        #expect(invalid.halt(at: 601) == nil)
        invalid.isRefused()
        #expect(invalid.halt(at: 1e9) == .refused)
    }
}
