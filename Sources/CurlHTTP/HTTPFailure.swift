/// Why there is no answer: facts only, so no case can carry a URL, a header or a token.
public enum HTTPFailure: Error, Hashable, Sendable {
    /// The deadline that passed.
    public enum Phase: Hashable, Sendable {
        case connect, total, stall
    }

    case cannotResolve
    case cannotConnect
    case tls
    case timedOut(Phase, requestSent: Bool)
    case closed(requestSent: Bool)
    case responseTooLarge(limit: Int)
    case badResponse
    case proxy
    case shutDown(requestSent: Bool)
    /// A rarer CURLcode; its number is all that is told.
    case other(code: Int32, requestSent: Bool)

    /// Whether the server may have acted on the request although no answer came.
    ///
    /// True as soon as the request was handed to a connection: what the kernel did with it is unknown.
    public var mayHaveBeenExecuted: Bool {
        switch self {
        case .cannotResolve, .cannotConnect, .tls, .proxy: false
        case .responseTooLarge, .badResponse: true
        case .timedOut(_, let requestSent), .closed(let requestSent), .shutDown(let requestSent),
            .other(_, let requestSent):
            requestSent
        }
    }
}
