import Chat
import CurlHTTP
import Testing

@testable import Telegram

@Suite struct SendResultTests {
    @Test(
        "every answer to a message has one meaning",
        arguments: [
            (TelegramAnswer<Int64>.result(9), SendResult.sent(id: "9")),
            (
                .refusal(.init(code: 429, description: "Too Many Requests", retryAfter: 13)),
                .slowDown(seconds: 13)
            ),
            (.refusal(.init(code: 429, description: "Too Many Requests")), .slowDown(seconds: 1)),
            (
                .refusal(.init(code: 403, description: "Forbidden: bot was blocked by the user")),
                .blocked
            ),
            (
                .refusal(
                    .init(code: 403, description: "Forbidden: bot was kicked from the group chat")),
                .blocked
            ),
            (.unreadable(status: 413), .invalid(reason: "refused with 413")),
            (.refusal(.init(code: 400, description: "Bad Request: chat not found")), .blocked),
            (.refusal(.init(code: 400, description: "Bad Request: TOPIC_CLOSED")), .blocked),
            (
                .refusal(.init(code: 400, description: "Bad Request: message thread not found")),
                .blocked
            ),
            (
                .refusal(
                    .init(
                        code: 400, description: "Bad Request: group chat was upgraded",
                        migratedTo: -1007)),
                .moved(to: RoomAddress(.telegram, "-1007"))
            ),
            (
                .refusal(.init(code: 400, description: "Bad Request: text must be non-empty")),
                .invalid(reason: "text is empty")
            ),
            (
                .refusal(.init(code: 400, description: "Bad Request: message is too long")),
                .invalid(reason: "text is too long")
            ),
            (
                .refusal(.init(code: 400, description: "Bad Request: can't parse entities: …")),
                .invalid(reason: "marks refused")
            ),
            (
                .refusal(.init(code: 400, description: "Bad Request: BUTTON_DATA_INVALID")),
                .invalid(reason: "buttons refused")
            ),
            (
                .refusal(.init(code: 400, description: "Bad Request: quoting the user")),
                .invalid(reason: "refused with 400")
            ),
            (.refusal(.init(code: 401, description: "Unauthorized")), .unreachable),
            (.refusal(.init(code: 500, description: "Internal Server Error")), .uncertain),
            (.unreadable(status: 502), .uncertain), (.unreadable(status: 200), .uncertain),
            (.unreadable(status: 403), .unreachable),
            (.failed(.cannotConnect), .unreachable), (.failed(.cannotResolve), .unreachable),
            (.failed(.timedOut(.connect, requestSent: false)), .unreachable),
            (.failed(.closed(requestSent: true)), .uncertain),
            (.failed(.timedOut(.total, requestSent: true)), .uncertain),
        ])
    func meanings(answer: TelegramAnswer<Int64>, expected: SendResult) {
        #expect(SendResult(answer, on: .telegram) == expected)
    }
}
