import Chat
import CurlHTTP
import Support
import Testing

@testable import Telegram

@Suite struct TelegramPlatformInspectionTests {
    private static let cards = [CommandCard("ping", for: .learner, "Check that I am here")]
    private static let menu = #"[{"command":"ping","description":"Check that I am here"}]"#

    /// The clock of `testPlatform` stands at Mon, 23 Nov 2026 10:00:00 GMT.
    private func inspect(
        _ script: [TelegramAPI.Method: [ScriptedTransport.Outcome]],
        date: String? = "Mon, 23 Nov 2026 10:00:03 GMT"
    ) async throws -> TelegramInspection {
        let transport = ScriptedTransport(script, date: date)
        return try await testPlatform(transport).inspect(cards: Self.cards)
    }

    private static let sound: [TelegramAPI.Method: [ScriptedTransport.Outcome]] = [
        .getWebhookInfo: [.result(#"{"url":""}"#)],
        .getMyCommands: Array(repeating: .result(menu), count: 4),
    ]

    @Test("a bot that is all right is told in three lines")
    func sound() async throws {
        let found = try await inspect(Self.sound)
        #expect(found.name == "@Cohort_Bot" && found.isAccepted)
        #expect(
            found.findings == [
                "this machine's clock agrees with Telegram's",
                "in groups it hears commands and replies to it, which is all it needs",
                "its command menus are up to date",
            ])
    }

    @Test("a clock that is off, a webhook, closed groups and old menus are named with what to do")
    func findings() async throws {
        let found = try await inspect(
            [
                .getMe: [
                    .result(
                        #"{"id":1,"is_bot":true,"first_name":"B","username":"b","can_join_groups":false,"can_read_all_group_messages":true}"#
                    )
                ],
                .getWebhookInfo: [.result(#"{"url":"https://example.org/x"}"#)],
                .getMyCommands: [.result("[]"), .result(Self.menu), .result("[]"), .result("[]")],
            ], date: "Mon, 23 Nov 2026 09:00:00 GMT")
        let lines = found.findings.joined(separator: "\n")
        for words in [
            "3600 s ahead of", "timedatectl", "privacy mode is off", "/setjoingroups",
            "deleteWebhook", "3 of its command menus differ",
        ] {
            #expect(lines.contains(words), "\(words)")
        }
        #expect(!lines.contains("example.org"))
    }

    @Test(
        "a bot that cannot run says why",
        arguments: [
            (ScriptedTransport.Outcome.refusal(401, "Unauthorized"), "refuses the token"),
            (.failure(.cannotConnect), "no connection"),
            (.json("<html>", status: 502), "no Telegram answers there (HTTP 502)"),
        ])
    func refused(outcome: ScriptedTransport.Outcome, words: String) async throws {
        let found = try await inspect([.getMe: [outcome]])
        #expect(!found.isAccepted && found.name.contains(words))
        #expect(!"\(found)".contains(testToken))
    }

    @Test("without a date from the server nothing is said of the clock")
    func undated() async throws {
        #expect(try await inspect(Self.sound, date: nil).findings.count == 2)
    }
}
