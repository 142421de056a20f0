import Testing

@testable import Discord

@Suite struct PollingTests {
    @Test("channels take turns, each at most once in two seconds, all at most ten times a second")
    func turns() {
        var polling = Polling()
        polling.note(channels: (1...40).map(String.init), at: 0)
        var (now, asked) = (0.0, [String: [Double]]())
        while let next = polling.next, now < 20 {
            now = max(now, next.at)
            polling.asked(next.channel, at: now)
            polling.heard(next.channel, newest: nil)
            asked[next.channel, default: []].append(now)
        }
        let moments = asked.values.flatMap { $0 }.sorted()
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $1 - $0 > 0.099 })
        #expect(asked.count == 40)
        #expect(asked.values.allSatisfy { (4...6).contains($0.count) })
    }

    @Test("one channel alone is asked every two seconds, from its newest message on")
    func alone() throws {
        var polling = Polling()
        polling.note(channels: ["5"], at: 10)
        #expect(polling.after("5") == nil)
        polling.asked("5", at: 10)
        polling.heard("5", newest: nil)
        #expect(polling.after("5") == "0")
        #expect(try #require(polling.next).at == 12)
        polling.heard("5", newest: "77")
        polling.heard("5", newest: nil)
        #expect(polling.after("5") == "77")
    }

    @Test("a channel that refuses is left alone, one that is gone is forgotten")
    func refused() throws {
        var polling = Polling()
        polling.note(channels: ["5", "6"], at: 0)
        polling.refused("5", for: nil, at: 0)
        #expect(try #require(polling.next).channel == "6")
        polling.refused("6", for: 3, at: 0)
        #expect(try #require(polling.next).at == 3)
        polling.note(channels: ["5"], at: 0)
        #expect(try #require(polling.next).at == 600)
        polling.note(channels: [String](), at: 0)
        #expect(polling.next == nil)
    }
}
