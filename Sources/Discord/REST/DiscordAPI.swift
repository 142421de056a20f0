import Chat
import CurlHTTP
import FoundationEssentials

/// Discord's REST API: every request with its headers, its place in the limits and its deadline.
struct DiscordAPI: Sendable {
    /// How a request may wait and be repeated.
    struct Manner: Sendable {
        /// Seconds it may wait for a place.
        var patience = 10.0
        var total = Duration.seconds(15)
        /// How often it is tried where no answer came or the server failed; only for what may be executed twice.
        var tries = 1

        /// For what only reads or replaces.
        static let again = Manner(patience: 30, tries: 3)
        /// For answers that a person waits for, within three seconds.
        static let prompt = Manner(patience: 2, total: .seconds(10))
        /// For a message with a file, which takes a while.
        static let upload = Manner(patience: 1, total: .seconds(300))
    }

    /// What Discord asks for; a bot that names itself otherwise may be blocked.
    static let userAgent = "DiscordBot (https://github.com/cohortbot/cohortbot, 0.1)"

    let base: String
    let token: DiscordToken
    let transport: any DiscordTransport
    let gate: RateGate
    let clock: any WallClock
    let chance: @Sendable () -> Double

    /// Nil where `base` is no https address (or http on loopback).
    init?(
        base: String, token: DiscordToken, transport: any DiscordTransport, clock: any WallClock,
        chance: @escaping @Sendable () -> Double,
        halted: @escaping @Sendable (InvalidRequests.Halt) -> Void
    ) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.token = token
        self.transport = transport
        self.clock = clock
        self.chance = chance
        gate = RateGate(clock: clock, tell: halted)
        guard HTTPURL(self.base + DiscordRoute.me.path) != nil else { return nil }
    }

    /// - Throws: `CancellationError` alone; every other outcome is an answer.
    func call(
        _ route: DiscordRoute, query: String = "", _ body: JSON? = nil, as manner: Manner = .init()
    ) async throws(CancellationError) -> DiscordAnswer {
        try await call(
            route, query: query, body: body?.bytes, type: "application/json", as: manner)
    }

    /// A body with a file behind it (reference/uploading-files), or without one.
    func call(
        _ route: DiscordRoute, query: String = "", _ body: JSON, with file: Multipart.Part?,
        as manner: Manner = .init()
    ) async throws(CancellationError) -> DiscordAnswer {
        guard let file else { return try await call(route, query: query, body, as: manner) }
        let form = Multipart([
            .init("payload_json", mediaType: "application/json", body.bytes), file,
        ])
        return try await call(
            route, query: query, body: form.bytes, type: form.contentType, as: manner)
    }

    func call(
        _ route: DiscordRoute, query: String = "", body: [UInt8]?, type: String, as manner: Manner
    ) async throws(CancellationError) -> DiscordAnswer {
        var tries = 0
        while true {
            let answer = try await once(route, query: query, body: body, type: type, as: manner)
            tries += 1
            guard tries < manner.tries, let wait = wait(after: answer, tries) else { return answer }
            do { try await clock.sleep(seconds: wait) } catch { throw CancellationError() }
        }
    }

    /// Seconds before another try; nil where it would be of no use.
    private func wait(after answer: DiscordAnswer, _ tries: Int) -> Double? {
        let backOff = Double(1 << min(tries, 6)) * 0.25 * (0.5 + 0.5 * chance())
        switch answer {
        case .failed: return backOff
        case .unreadable(let status): return status < 300 || status >= 500 ? backOff : nil
        case .refusal(let refusal) where refusal.status >= 500: return backOff
        // The gate knows how long.
        case .refusal(let refusal) where refusal.status == 429: return 0
        case .ok, .refusal, .held, .halted: return nil
        }
    }

    private func once(
        _ route: DiscordRoute, query: String, body: [UInt8]?, type: String, as manner: Manner
    ) async throws(CancellationError) -> DiscordAnswer {
        guard let url = HTTPURL(base + route.path + query) else { return .unreadable(status: 0) }
        let entrance: RateGate.Entrance
        do {
            entrance = try await gate.enter(route, patience: manner.patience)
        } catch {
            throw CancellationError()
        }
        switch entrance {
        case .held(let seconds): return .held(seconds: seconds)
        case .halted(let halt): return .halted(halt)
        case .go(let pass):
            return try await ask(
                request(route, url, body, type, manner), needsToken: !route.isInteraction, pass)
        }
    }

    private func request(
        _ route: DiscordRoute, _ url: HTTPURL, _ body: [UInt8]?, _ type: String, _ manner: Manner
    ) -> HTTPRequest {
        var headers: HTTPHeaders = ["User-Agent": Self.userAgent]
        if !route.isInteraction { headers.add("Authorization", token.authorization) }
        if body != nil { headers.add("Content-Type", type) }
        return HTTPRequest(
            method: route.method, url: url, headers: headers, body: body,
            deadlines: .init(
                connect: min(.seconds(10), manner.total), total: manner.total, stall: manner.total))
    }

    private func ask(
        _ request: HTTPRequest, needsToken: Bool, _ pass: RateLimits.Pass
    ) async throws(CancellationError) -> DiscordAnswer {
        do {
            let response = try await transport.call(request)
            let (answer, isBan) = DiscordAnswer.read(response)
            await gate.leave(pass, isBan ? nil : RateLimits.Report(response, answer))
            if isBan {
                await gate.isBanned(for: response.header("retry-after").flatMap { Double($0) })
            } else if response.status == 401, needsToken {
                await gate.isRefused()
            }
            await gate.note(
                status: response.status,
                isShared: response.header("x-ratelimit-scope") == "shared")
            return answer
        } catch is CancellationError {
            await gate.leave(pass, nil)
            throw CancellationError()
        } catch {
            await gate.leave(pass, nil)
            return .failed(error as? HTTPFailure ?? .other(code: 0, requestSent: true))
        }
    }
}
