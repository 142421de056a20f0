import CurlHTTP
import Testing

@testable import Discord

@Suite struct DiscordAnswerTests {
    private func read(
        _ status: Int, _ body: String, _ headers: HTTPHeaders = ["Via": "1.1 google"]
    ) -> (answer: DiscordAnswer, isBan: Bool) {
        DiscordAnswer.read(HTTPResponse(status: status, headers: headers, body: Array(body.utf8)))
    }

    @Test("results, refusals and noise are told apart")
    func kinds() {
        #expect(read(200, #"{"id":"5"}"#).answer == .ok(["id": "5"]))
        #expect(read(204, "").answer == .ok(nil))
        #expect(read(200, #"{"id":"1","content":"#).answer == .unreadable(status: 200))
        #expect(read(502, "<html>").answer == .unreadable(status: 502))
        #expect(
            read(403, #"{"message":"no","code":50007}"#).answer
                == .refusal(DiscordRefusal(status: 403, code: 50007)))
    }

    @Test("a 429 says how long; a ban page is none of the API's")
    func slowDown() {
        let own = read(429, #"{"message":"slow","retry_after":0.35,"global":false}"#)
        #expect(
            own.answer == .refusal(DiscordRefusal(status: 429, code: 0, retryAfter: 0.35)))
        #expect(!own.isBan)
        #expect(read(429, "<html>1015</html>", ["Retry-After": "3600"]).isBan)
        #expect(
            read(
                429,
                #"{"message":"You are being blocked from accessing our API temporarily","code":0}"#,
                [:]
            ).isBan)
    }

    @Test("what was wrong with a form is told without quoting it")
    func form() {
        let body = """
            {"code":50035,"message":"Invalid Form Body","errors":{"content":{"_errors":[
            {"code":"BASE_TYPE_MAX_LENGTH","message":"secret words"}]},"components":{"0":{"type":{"_errors":[
            {"code":"UNION_TYPE_CHOICES","message":"x"}]}}}}}
            """
        guard case .refusal(let refusal) = read(400, body).answer else {
            Issue.record("no refusal")
            return
        }
        #expect(
            refusal.places == [
                "components.0.type: UNION_TYPE_CHOICES", "content: BASE_TYPE_MAX_LENGTH",
            ])
    }
}
