import CurlHTTP
import Testing

@testable import Discord

@Suite struct RateLimitsTests {
    /// A Discord with one bucket: a window opens with its first request.
    private struct Server {
        let limit: Int
        let window: Double
        var opened: [String: Double] = [:]
        var used: [String: Int] = [:]
        var refused = 0

        mutating func ask(_ route: DiscordRoute, at now: Double) -> RateLimits.Report {
            let key = route.top
            if now - opened[key, default: -.infinity] >= window {
                opened[key] = now
                used[key] = 0
            }
            let left = opened[key, default: now] + window - now
            var report = RateLimits.Report(
                bucket: "b", limit: limit, remaining: 0, resetAfter: left)
            if used[key, default: 0] < limit {
                used[key, default: 0] += 1
                report.remaining = limit - used[key, default: 0]
            } else {
                refused += 1
                report.retryAfter = left
            }
            return report
        }
    }

    /// Sends through the limits what waits, each answer coming after `delay`.
    private func run(
        _ routes: [DiscordRoute], _ server: inout Server, delay: Double
    ) -> (end: Double, most: Int) {
        var limits = RateLimits()
        var (waiting, flying) = (
            routes, [(at: Double, pass: RateLimits.Pass, report: RateLimits.Report)]()
        )
        var (now, most) = (0.0, 0)
        while !waiting.isEmpty || !flying.isEmpty {
            for answer in flying where answer.at <= now {
                limits.note(answer.pass, answer.report, at: now)
            }
            flying.removeAll { $0.at <= now }
            waiting.removeAll { route in
                guard case .go(let pass) = limits.take(route, at: now) else { return false }
                flying.append((now + delay, pass, server.ask(route, at: now + delay / 2)))
                return true
            }
            most = max(most, flying.count)
            now += 0.01
        }
        return (now, most)
    }

    @Test(
        "eight at once into a bucket of five are never told to slow down",
        arguments: [0.001, 0.2, 1])
    func burst(delay: Double) {
        var server = Server(limit: 5, window: 5)
        let (end, most) = run(
            Array(repeating: .send(to: "1"), count: 8), &server, delay: delay)
        #expect(server.refused == 0)
        #expect(most <= 5 && end < 5 + 3 * delay + 0.2)
    }

    @Test("a steady stream uses the whole limit", arguments: [(1, 0.25), (5, 2.0), (50, 1.0)])
    func stream(limit: Int, window: Double) {
        var server = Server(limit: limit, window: window)
        let (end, _) = run(
            Array(repeating: .send(to: "1"), count: limit * 20), &server, delay: 0.02)
        #expect(server.refused == 0)
        #expect(end < 20 * window * 1.35 + 1)
    }

    @Test("each channel has a bucket of its own, whose size is known from the first one's")
    func channels() {
        var server = Server(limit: 5, window: 5)
        let (end, _) = run((0..<25).map { .send(to: "\($0 % 5)") }, &server, delay: 0.05)
        #expect(server.refused == 0 && end < 1)
    }

    @Test(
        "in a second no more go out than Discord takes from one bot, but answers to interactions do"
    )
    func global() {
        var limits = RateLimits()
        let gone = (0..<100).count { index in
            if case .go = limits.take(.send(to: "\(index)"), at: 1) { true } else { false }
        }
        #expect(gone == 45)
        #expect(limits.take(.me, at: 1.5) == .wait(until: 2.05))
        let callback = limits.take(.callback("9", token: "t"), at: 1.5)
        if case .go = callback {} else { Issue.record("an answer was held") }
    }

    @Test("a 429 counts for more than any header, for its bucket or for all")
    func slowDown() {
        for isGlobal in [false, true] {
            var limits = RateLimits()
            guard case .go(let pass) = limits.take(.messages(in: "1"), at: 0) else { return }
            limits.note(
                pass,
                .init(
                    bucket: "b", limit: 1_000, remaining: 999, resetAfter: 0, retryAfter: 3,
                    isGlobal: isGlobal), at: 0)
            #expect(limits.take(.messages(in: "1"), at: 2.9) == .wait(until: 3.02))
            let other = limits.take(.messages(in: "2"), at: 2.9)
            #expect((other == .wait(until: 3.02)) == isGlobal)
            if case .go = limits.take(.messages(in: "1"), at: 3.1) {
            } else {
                Issue.record("still held")
            }
        }
    }

    @Test("a lost answer frees its place, and a route without limits has none")
    func lost() {
        var limits = RateLimits()
        guard case .go(let first) = limits.take(.me, at: 0) else { return }
        #expect(limits.take(.me, at: 0) == .waitForAnswer)
        limits.note(first, nil, at: 1)
        guard case .go(let second) = limits.take(.me, at: 1) else { return }
        limits.note(second, .init(), at: 1)
        for _ in 0..<20 {
            if case .go = limits.take(.me, at: 1) {} else { Issue.record("held") }
        }
    }
}
