extension HTTPFailure {
    /// What happened, as the end of a sentence for operators; holds no address.
    public var words: String {
        switch self {
        case .cannotResolve: "its name cannot be resolved"
        case .cannotConnect: "no connection"
        case .tls: "TLS failed"
        case .timedOut: "no answer in time"
        case .closed: "the connection was closed"
        case .responseTooLarge: "the answer is too large"
        case .badResponse: "the answer is not HTTP"
        case .proxy: "the proxy failed"
        case .shutDown: "the HTTP client is shut down"
        case .other(let code, _): "libcurl error \(code)"
        }
    }
}
