import Chat
import CurlHTTP
import Foundation
import Logging
import Support
import Synchronization
import Testing

@testable import Telegram

/// Everything that a logger was told, at every level.
private final class Overheard: Sendable {
    private let words = Mutex("")

    var text: String { words.withLock { $0 } }

    func add(_ line: String) { words.withLock { $0 += line + "\n" } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(overheard: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let overheard: Overheard
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            overheard.add("\(event.message) \(event.metadata ?? [:]) \(metadata)")
        }
    }
}

@Suite struct TelegramPlatformSecrecyTests {
    private static let secret = "AAH-secretSecret_0123456789abcdefXYZ"
    private static let token = "987654:" + secret

    /// The token as it is, in an address, and at every position of a base64 text.
    private static var forms: [String] {
        let encoded = (0..<3).map { shift in
            let bytes = Array(repeating: UInt8(ascii: "x"), count: shift) + Array(token.utf8)
            // The ends depend on what stands around the token.
            return String(Data(bytes).base64EncodedString().dropFirst(4).dropLast(4))
        }
        return [secret, token, "987654%3A", "987654%3a"] + encoded
    }

    /// What every method answers in one run; the worst is a proxy that repeats the address.
    static let answers: [ScriptedTransport.Outcome] = [
        .refusal(401, "Unauthorized: /bot\(token)/getMe"),
        .refusal(404, "no /bot987654%3A\(secret)"),
        .refusal(400, "Bad Request: \(token)"), .refusal(500, token), .refusal(429, token),
        .refusal(409, "Conflict: \(token)"), .refusal(403, token),
        .json("<html>\(token)</html>", status: 502), .failure(.cannotResolve), .failure(.tls),
        .failure(.closed(requestSent: true)), .result("true"),
    ]

    @Test(
        "the token stands in no log, error, health report or dump, in no form", arguments: answers)
    func nowhere(answer: ScriptedTransport.Outcome) async throws {
        let overheard = Overheard()
        let clock = SteppedClock()
        let token = try #require(TelegramToken(Self.token))
        var script: [TelegramAPI.Method: [ScriptedTransport.Outcome]] = [:]
        for method in TelegramAPI.Method.allCases {
            script[method] = Array(repeating: answer, count: 100)
        }
        script[.getMe] = [answer, .result(#"{"id":1,"username":"Cohort_Bot"}"#)]
        let made = TelegramPlatform(
            TelegramSettings(token: token, base: testBase),
            transport: ScriptedTransport(script, token: Self.token), clock: clock, chance: { 0 },
            logger: overheard.logger, needsAuthority: { _ in true })
        let platform = try #require(made)

        let run = Task { try await platform.run(ListeningInbox()) }
        let menu = Task { await platform.announce(cards: [CommandCard("a", for: .learner, "A")]) }
        for _ in 0..<20 {
            await Task.yield()
            clock.advance(by: 30)
        }
        let message = Message(
            room: RoomAddress(.telegram, "-1"), text: "Hi",
            file: KeptFile(digest: "ab", name: "x", mediaType: "text/plain", size: 1))
        overheard.add("\(await platform.send(message))")
        overheard.add("\(await platform.send(message, with: [1]))")
        overheard.add("\(await platform.edit(message, id: "1"))")
        overheard.add("\(await platform.fetch(Attachment(id: "F"), upTo: 10))")
        overheard.add("\(await platform.inspect(cards: []))")
        overheard.add("\(await platform.health)")
        run.cancel()
        menu.cancel()
        if case .failure(let error) = await run.result {
            overheard.add("\(error) \(String(reflecting: error)) \(error.localizedDescription)")
        }
        await menu.value
        var dumped = ""
        dump(platform.api, to: &dumped)
        dump(platform.settings, to: &dumped)
        overheard.add("\(dumped) \(platform.api) \(platform.settings)")
        let shown = overheard.text
        #expect(!shown.isEmpty)
        for form in Self.forms { #expect(!shown.contains(form), "\(form)") }
    }
}
