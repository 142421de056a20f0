import CurlHTTP

/// What became of one call of the Bot API.
enum TelegramAnswer<Result: Sendable>: Sendable {
    case result(Result)
    /// Telegram understood the question and said no.
    case refusal(TelegramRefusal)
    /// Something answered that is not the Bot API: a proxy's page, a cut body, an empty one.
    case unreadable(status: Int)
    case failed(HTTPFailure)
}

extension TelegramAnswer: Equatable where Result: Equatable {}

/// A `no` in Telegram's words, with the fields that programs may rely on.
struct TelegramRefusal: Hashable, Sendable {
    var code: Int
    /// For people; wording changes, so decisions rest on the code and the parameters first.
    var description: String
    var retryAfter: Int?
    var migratedTo: Int64?

    init(code: Int, description: String, retryAfter: Int? = nil, migratedTo: Int64? = nil) {
        self.code = code
        self.description = description
        self.retryAfter = retryAfter
        self.migratedTo = migratedTo
    }

    func says(_ words: String) -> Bool { description.lowercased().contains(words) }
}

extension TelegramAnswer {
    /// Opens the envelope `{"ok":…,"result":…}`; `read` stands on the result.
    init(
        _ response: HTTPResponse,
        _ read: (inout JSONScanner) throws(JSONFault) -> Result
    ) {
        do throws(JSONFault) {
            var json = JSONScanner(response.body)
            var (ok, result) = (Bool?.none, Result?.none)
            var refusal = TelegramRefusal(code: response.status, description: "")
            try json.object { name, json throws(JSONFault) in
                switch name {
                case "ok": ok = try json.bool()
                case "result": result = try read(&json)
                case "error_code": refusal.code = Int(try json.int())
                case "description": refusal.description = try json.string()
                case "parameters": try refusal.readParameters(&json)
                default: break
                }
            }
            try json.end()
            switch (ok, result) {
            case (true, let result?): self = .result(result)
            case (false, _): self = .refusal(refusal)
            default: self = .unreadable(status: response.status)
            }
        } catch {
            self = .unreadable(status: response.status)
        }
    }
}

extension TelegramRefusal {
    fileprivate mutating func readParameters(
        _ json: inout JSONScanner
    ) throws(JSONFault) {
        var (wait, chat) = (Int64?.none, Int64?.none)
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "retry_after": wait = try json.int()
            case "migrate_to_chat_id": chat = try json.int()
            default: break
            }
        }
        retryAfter = wait.map { Int($0) }
        migratedTo = chat
    }
}
