import CurlHTTP
import Testing

@testable import Telegram

@Suite struct TelegramAnswerTests {
    private func answer(_ body: String, _ status: Int = 200) -> TelegramAnswer<Int64> {
        TelegramAnswer(HTTPResponse(status: status, body: Array(body.utf8))) {
            json throws(JSONFault) in try json.int()
        }
    }

    @Test(
        "the envelope is opened in any order of its members",
        arguments: [
            #"{"ok":true,"result":7}"#, #"{"result":7,"ok":true}"#,
            #" { "x" : [ ] , "ok" : true , "result" : 7 } "#,
        ])
    func results(body: String) {
        #expect(answer(body) == .result(7))
    }

    @Test("a refusal carries what programs may rely on")
    func refusal() {
        let body = """
            {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 5",\
            "parameters":{"retry_after":5,"migrate_to_chat_id":-1001}}
            """
        #expect(
            answer(body, 429)
                == .refusal(
                    .init(
                        code: 429, description: "Too Many Requests: retry after 5", retryAfter: 5,
                        migratedTo: -1001)))
        #expect(answer(#"{"ok":false}"#, 404) == .refusal(.init(code: 404, description: "")))
    }

    @Test(
        "everything else is no answer of Telegram's",
        arguments: [
            "", "<html>502</html>", "{", #"{"ok":true}"#, #"{"ok":true,"result":"x"}"#, "[]",
            "null",
            #"{"ok":true,"result":7}garbage"#, #"{"ok":true,"result":7"#,
            #"{"ok":"yes","result":7}"#,
            #"{"ok":false,"error_code":99999999999999999999}"#,
        ])
    func unreadable(body: String) {
        #expect(answer(body, 502) == .unreadable(status: 502))
    }
}
