import CurlHTTP
import Testing

@testable import Discord

@Suite struct LostResponseTests {
    private static let shown: JSON = ["type": 4, "data": ["content": "x"]]
    private static let hidden: JSON = ["type": 4, "data": ["content": "x", "flags": 64]]
    private static let thinking: JSON = ["type": 5, "data": [:]]
    private static let suggestions: JSON = ["type": 8, "data": ["choices": []]]
    private static let cut = DiscordAnswer.failed(.closed(requestSent: true))

    private static func no(_ status: Int, _ code: Int = 0) -> DiscordAnswer {
        .refusal(DiscordRefusal(status: status, code: code, retryAfter: nil))
    }

    @Test(
        "a response that may have been taken is asked for, and only one that was not is sent again",
        arguments: [
            (DiscordAnswer.ok(.null), shown, LostResponse.final), (no(400, 40060), hidden, .final),
            (no(404, 10062), shown, .final), (.held(seconds: 3), shown, .final),
            (no(429), hidden, .refused), (no(502), hidden, .open),
            (.failed(.cannotConnect), hidden, .open),
            (.failed(.closed(requestSent: false)), suggestions, .open), (cut, shown, .open),
            (cut, hidden, .hidden), (cut, thinking, .hidden), (cut, ["type": 6], .hidden),
            (cut, ["type": 9], .hidden), (cut, suggestions, .final),
            (.failed(.timedOut(.total, requestSent: true)), hidden, .hanging),
            (.failed(.timedOut(.total, requestSent: true)), shown, .hanging),
            (.failed(.timedOut(.total, requestSent: true)), suggestions, .final),
            (.failed(.timedOut(.connect, requestSent: false)), hidden, .hanging),
        ] as [(DiscordAnswer, JSON, LostResponse)])
    func table(answer: DiscordAnswer, response: JSON, lost: LostResponse) {
        #expect(LostResponse(answer, of: response) == lost)
    }
}
