import CurlHTTP

/// What became of one call of Discord's API.
enum DiscordAnswer: Sendable, Equatable {
    case ok(JSON)
    case refusal(DiscordRefusal)
    /// Not asked: a limit says to wait so many seconds.
    case held(seconds: Double)
    /// Not asked: Discord does not want to hear from this bot now.
    case halted(InvalidRequests.Halt)
    /// Something answered that is not the API: a proxy's page, a cut body.
    case unreadable(status: Int)
    case failed(HTTPFailure)

    /// The result, where there is one.
    var value: JSON? {
        if case .ok(let json) = self { json } else { nil }
    }

    /// Whether asking again could end otherwise, and whether the first time may have been executed.
    var mayHaveBeenExecuted: Bool {
        switch self {
        case .failed(let failure): failure.mayHaveBeenExecuted
        case .unreadable(let status): status < 300 || status >= 500
        case .refusal(let refusal): refusal.status >= 500
        case .ok, .held, .halted: false
        }
    }
}

/// A `no` of Discord's; its words are for people and may quote the message, so they are not kept.
struct DiscordRefusal: Hashable, Sendable {
    var status: Int
    /// Discord's own number, such as 50007; 0 where it has none.
    var code: Int
    var retryAfter: Double?
    /// What was wrong with a form, as places and codes: `content: BASE_TYPE_MAX_LENGTH`.
    var places: [String] = []
}

extension DiscordAnswer {
    /// What an answer means; a wall's ban page is told apart from the API's own 429.
    static func read(_ response: HTTPResponse) -> (answer: DiscordAnswer, isBan: Bool) {
        let json = response.body.isEmpty ? JSON.null : JSONReader.read(response.body)
        if (200..<300).contains(response.status) {
            return (json.map { .ok($0) } ?? .unreadable(status: response.status), false)
        }
        let words = json?["message"]?.string ?? ""
        if response.status == 429, response.header("via") == nil,
            json?["retry_after"] == nil || words.contains("blocked from accessing our API")
        {
            return (.unreadable(status: 429), true)
        }
        guard case .object = json else { return (.unreadable(status: response.status), false) }
        let retry =
            json?["retry_after"]?.double
            ?? (response.status == 429
                ? response.header("retry-after").flatMap { Double($0) } : nil)
        let refusal = DiscordRefusal(
            status: response.status, code: json?["code"]?.int ?? 0,
            retryAfter: response.status == 429 ? min(max(retry ?? 1, 0.001), 86_400) : nil,
            places: json?["errors"].map { places(in: $0) } ?? [])
        return (.refusal(refusal), false)
    }

    /// Walks Discord's tree of errors; names and codes only, its sentences quote what was sent.
    private static func places(in tree: JSON, at path: String = "") -> [String] {
        let here = tree["_errors"]?.array.compactMap { $0["code"]?.string } ?? []
        let own = here.map { "\(path): \($0)" }
        let deeper = tree.object.filter { $0.key != "_errors" }.sorted { $0.key < $1.key }
        return Array(
            (own
                + deeper.flatMap {
                    places(in: $0.value, at: path.isEmpty ? $0.key : path + "." + $0.key)
                })
                .prefix(8))
    }
}

extension RateLimits.Report {
    init(_ response: HTTPResponse, _ answer: DiscordAnswer) {
        bucket = response.header("x-ratelimit-bucket")
        limit = response.header("x-ratelimit-limit").flatMap { Int($0) }
        remaining = response.header("x-ratelimit-remaining").flatMap { Int($0) }
        resetAfter = response.header("x-ratelimit-reset-after").flatMap { Double($0) }
        if case .refusal(let refusal) = answer { retryAfter = refusal.retryAfter }
        isGlobal =
            response.header("x-ratelimit-global") != nil
            || response.header("x-ratelimit-scope") == "global"
    }
}
