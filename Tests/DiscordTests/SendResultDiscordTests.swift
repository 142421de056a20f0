import Chat
import CurlHTTP
import Testing

@testable import Discord

@Suite struct SendResultDiscordTests {
    @Test(
        "each answer means something for the message",
        arguments: [
            (DiscordAnswer.ok(["id": "5"]), SendResult.sent(id: "5")),
            (.refusal(.init(status: 403, code: 50007)), .blocked),
            (.refusal(.init(status: 403, code: 50001)), .blocked),
            (.refusal(.init(status: 403, code: 50013)), .blocked),
            (.refusal(.init(status: 404, code: 10003)), .blocked),
            (.refusal(.init(status: 400, code: 160005)), .blocked),
            (.refusal(.init(status: 400, code: 50083)), .blocked),
            (.refusal(.init(status: 429, code: 0, retryAfter: 2)), .slowDown(seconds: 2)),
            (.refusal(.init(status: 400, code: 40003)), .slowDown(seconds: 60)),
            (.refusal(.init(status: 400, code: 20028)), .slowDown(seconds: 10)),
            (.refusal(.init(status: 400, code: 50006)), .invalid(reason: "text is empty")),
            (
                .refusal(.init(status: 400, code: 50035, places: ["content: X"])),
                .invalid(reason: "refused form: content: X")
            ),
            (.refusal(.init(status: 401, code: 0)), .unreachable),
            (.refusal(.init(status: 500, code: 0)), .uncertain),
            (.unreadable(status: 502), .uncertain), (.unreadable(status: 403), .unreachable),
            (.held(seconds: 4), .slowDown(seconds: 4)), (.halted(.refused), .unreachable),
            (.failed(.cannotConnect), .unreachable),
            (.failed(.closed(requestSent: true)), .uncertain),
        ])
    func results(answer: DiscordAnswer, result: SendResult) {
        #expect(SendResult(answer) == result)
    }
}
