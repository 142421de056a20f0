import CurlHTTP
import Foundation

@testable import Telegram

let testToken = "4242:AAbbCCddEE_-01"
let testBase = "https://api.telegram.org"

/// A Telegram that says what the test wrote down, call by call, and remembers what it was asked.
///
/// A method without a script gets the usual answer; `getUpdates` without one waits for news until it is cancelled.
actor ScriptedTransport: TelegramTransport {
    enum Outcome: Sendable {
        case json(String, status: Int)
        case failure(HTTPFailure)

        static func result(_ json: String) -> Outcome {
            .json(#"{"ok":true,"result":\#(json)}"#, status: 200)
        }

        static func refusal(
            _ code: Int, _ description: String = "", parameters: String = "{}"
        ) -> Outcome {
            .json(
                #"{"ok":false,"error_code":\#(code),"description":"\#(description)","parameters":\#(parameters)}"#,
                status: code)
        }
    }

    struct Call: Sendable {
        var method: TelegramAPI.Method
        var body: String
    }

    private(set) var calls: [Call] = []
    private var script: [TelegramAPI.Method: [Outcome]]
    private let usual: [TelegramAPI.Method: Outcome] = [
        .getMe: .result(
            #"{"id":4242,"is_bot":true,"first_name":"Bot","username":"Cohort_Bot"}"#),
        .sendMessage: .result(#"{"message_id":900,"date":1,"chat":{"id":1,"type":"private"}}"#),
        .getChatAdministrators: .result(#"[{"status":"creator","user":{"id":11}}]"#),
    ]
    private var hanging: TelegramAPI.Method?
    private var watchers: [(isContent: ([Call]) -> Bool, CheckedContinuation<Void, Never>)] = []

    /// What lies at which path of Telegram's file server.
    private let files: [String: Outcome]

    private let token: String
    private let headers: HTTPHeaders

    init(
        _ script: [TelegramAPI.Method: [Outcome]] = [:], files: [String: Outcome] = [:],
        token: String = testToken, date: String? = nil
    ) {
        headers = date.map { ["Date": $0] } ?? [:]
        self.script = script
        self.token = token
        self.files = files
    }

    func call(_ request: HTTPRequest) async throws -> HTTPResponse {
        let known = TelegramAPI.Method.allCases.first {
            HTTPURL("\(testBase)/bot\(token)/\($0.rawValue)") == request.url
        }
        guard let method = known else { return try file(request) }
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        calls.append(Call(method: method, body: body))
        let content = watchers.filter { $0.isContent(calls) }
        watchers.removeAll { $0.isContent(calls) }
        for watcher in content { watcher.1.resume() }
        switch next(method) {
        case .failure(let failure): throw failure
        case .json(let text, let status):
            return HTTPResponse(status: status, headers: headers, body: Array(text.utf8))
        case nil where body.contains(#""timeout":0"#):
            return HTTPResponse(status: 200, body: Array(#"{"ok":true,"result":[]}"#.utf8))
        case nil:
            let (never, held) = AsyncStream.makeStream(of: Never.self)
            for await _ in never {}
            held.finish()
            throw CancellationError()
        }
    }

    private func file(_ request: HTTPRequest) throws -> HTTPResponse {
        let found = files.first {
            HTTPURL("\(testBase)/file/bot\(token)/\($0.key)") == request.url
        }
        switch found?.value {
        case .json(let text, let status):
            guard text.utf8.count <= request.responseLimit else {
                throw HTTPFailure.responseTooLarge(limit: request.responseLimit)
            }
            return HTTPResponse(status: status, body: Array(text.utf8))
        case .failure(let failure): throw failure
        case nil: throw HTTPFailure.cannotResolve
        }
    }

    /// From now on `method` gets no answer.
    func hang(_ method: TelegramAPI.Method) { hanging = method }

    private func next(_ method: TelegramAPI.Method) -> Outcome? {
        guard var rest = script[method], !rest.isEmpty else {
            return method == .getUpdates || method == hanging
                ? nil : usual[method] ?? .result("true")
        }
        let outcome = rest.removeFirst()
        script[method] = rest
        return outcome
    }

    /// Returns once `method` was called so often.
    func called(_ method: TelegramAPI.Method, times: Int = 1) async {
        func isContent(_ calls: [Call]) -> Bool { calls.count { $0.method == method } >= times }
        guard !isContent(calls) else { return }
        await withCheckedContinuation { watchers.append((isContent, $0)) }
    }

    func bodies(_ method: TelegramAPI.Method) -> [String] {
        calls.filter { $0.method == method }.map(\.body)
    }
}

/// What the test wrote down is not what the platform shows of itself.
extension ScriptedTransport: CustomReflectable {
    nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}
