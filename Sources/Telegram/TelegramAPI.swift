import CurlHTTP

/// The few methods of the Bot API that the bot uses, each with its deadline.
///
/// The addresses hold the token; they are built once here and cannot be read back.
struct TelegramAPI: Sendable {
    enum Method: String, CaseIterable, Sendable {
        case getMe, getUpdates, sendMessage, answerCallbackQuery, getChatAdministrators
        case getMyCommands, setMyCommands
        case getWebhookInfo
        case sendDocument, getFile, sendChatAction, editMessageText
    }

    private let urls: [Method: HTTPURL]
    private let base: String
    private let token: TelegramToken
    let transport: any TelegramTransport

    /// Nil where `base` is no https address (or http on loopback).
    init?(base: String, token: TelegramToken, transport: any TelegramTransport) {
        let base = base.hasSuffix("/") ? String(base.dropLast()) : base
        var urls: [Method: HTTPURL] = [:]
        for method in Method.allCases {
            guard let url = HTTPURL(base + token.path + method.rawValue) else { return nil }
            urls[method] = url
        }
        self.urls = urls
        self.base = base
        self.token = token
        self.transport = transport
    }

    /// - Throws: `CancellationError` alone; every other outcome is an answer.
    func call<Result: Sendable>(
        _ method: Method, within total: Duration, mayRepeat: Bool = true,
        _ read: (inout JSONScanner) throws(JSONFault) -> Result,
        _ members: (inout JSONWriter) -> Void = { _ in }
    ) async throws(CancellationError) -> TelegramAnswer<Result> {
        try await post(
            method, JSONWriter.object(members), type: "application/json", within: total,
            mayRepeat: mayRepeat, read)
    }

    /// The same for a body with a file in it, which is never sent twice.
    func upload<Result: Sendable>(
        _ method: Method, _ form: Multipart, within total: Duration,
        _ read: (inout JSONScanner) throws(JSONFault) -> Result
    ) async throws(CancellationError) -> TelegramAnswer<Result> {
        try await post(
            method, form.bytes, type: form.contentType, within: total, mayRepeat: false, read)
    }

    private func post<Result: Sendable>(
        _ method: Method, _ body: [UInt8], type: String, within total: Duration, mayRepeat: Bool,
        _ read: (inout JSONScanner) throws(JSONFault) -> Result
    ) async throws(CancellationError) -> TelegramAnswer<Result> {
        switch try await exchange(method, body, type: type, within: total, mayRepeat: mayRepeat) {
        case .success(let response): TelegramAnswer(response, read)
        case .failure(let failure): .failed(failure)
        }
    }

    /// One request and its answer as it came.
    private func exchange(
        _ method: Method, _ body: [UInt8], type: String, within total: Duration, mayRepeat: Bool
    ) async throws(CancellationError) -> Result<HTTPResponse, HTTPFailure> {
        guard let url = urls[method] else { return .failure(.other(code: 0, requestSent: false)) }
        let request = HTTPRequest(
            method: .post, url: url, headers: ["Content-Type": type], body: body,
            // Telegram is silent while it thinks or waits for news: the total deadline alone decides.
            deadlines: .init(connect: min(.seconds(10), total), total: total, stall: total),
            mayRepeat: mayRepeat)
        do {
            return .success(try await transport.call(request))
        } catch is CancellationError {
            throw CancellationError()
        } catch let failure as HTTPFailure {
            return .failure(failure)
        } catch {
            return .failure(.other(code: 0, requestSent: true))
        }
    }
}

extension TelegramAPI {
    /// Where a file that `getFile` named is to be fetched; nil for a path that leads elsewhere.
    func fileURL(_ path: String) -> HTTPURL? {
        guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("..") else { return nil }
        var url = "\(base)/file\(token.path)"
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                url.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                url += byte < 16 ? "%0" : "%"
                url += String(byte, radix: 16, uppercase: true)
            }
        }
        return HTTPURL(url)
    }

    /// Also when the server says that it answered, in seconds since 1970.
    func getMeWithDate() async throws(CancellationError) -> (TelegramAnswer<TelegramUser>, Int?) {
        let answer = try await exchange(
            .getMe, JSONWriter.object { _ in }, type: "application/json", within: .seconds(15),
            mayRepeat: true)
        switch answer {
        case .failure(let failure): return (.failed(failure), nil)
        case .success(let response):
            let user = TelegramAnswer(response) { json throws(JSONFault) in
                try TelegramUser(&json)
            }
            return (user, response.sentAt)
        }
    }

    func getMe() async throws(CancellationError) -> TelegramAnswer<TelegramUser> {
        try await call(.getMe, within: .seconds(15)) { json throws(JSONFault) in
            try TelegramUser(&json)
        }
    }

    /// Telegram holds an empty answer back for `waiting` seconds, at most 50.
    func getUpdates(
        offset: Int64?, waiting seconds: Int, limit: Int64? = nil, within total: Duration
    ) async throws(CancellationError) -> TelegramAnswer<UpdateBatch> {
        try await call(.getUpdates, within: total) { json throws(JSONFault) in
            try UpdateBatch(&json)
        } _: { body in
            body.member("offset", offset)
            body.member("limit", limit)
            body.member("timeout", Int64(seconds))
            body.list("allowed_updates") { list in
                Update.wanted.forEach { list.element($0) }
            }
        }
    }

    func answerCallbackQuery(
        _ id: String
    ) async throws(CancellationError) -> TelegramAnswer<Bool> {
        try await call(.answerCallbackQuery, within: .seconds(10)) { json throws(JSONFault) in
            try json.bool()
        } _: { body in
            body.member("callback_query_id", id)
        }
    }

    func getChatAdministrators(
        of chat: Int64
    ) async throws(CancellationError) -> TelegramAnswer<Set<Int64>> {
        try await call(.getChatAdministrators, within: .seconds(3)) { json throws(JSONFault) in
            var ids: Set<Int64> = []
            try json.array { json throws(JSONFault) in
                try json.object { name, json throws(JSONFault) in
                    if name == "user" { ids.insert(try TelegramUser(&json).id) }
                }
            }
            return ids
        } _: { body in
            body.member("chat_id", chat)
        }
    }
}
