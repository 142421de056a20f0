import CCurl

extension HTTPFailure {
    /// What a transfer's end means, from libcurl's number and what the transfer saw itself.
    ///
    /// libcurl's message is never read: it quotes hosts and URLs.
    init(_ code: CURLcode, requestSent: Bool, limit: Int) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: self = .cannotResolve
        case CURLE_COULDNT_CONNECT: self = .cannotConnect
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy
        case CURLE_FILESIZE_EXCEEDED: self = .responseTooLarge(limit: limit)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            self = requestSent ? .closed(requestSent: true) : .tls
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_SEND_ERROR, CURLE_RECV_ERROR,
            CURLE_HTTP2_STREAM:
            self = .closed(requestSent: requestSent)
        // Bytes that are no HTTP at all come back as "unsupported protocol" (HTTP/0.9).
        case CURLE_UNSUPPORTED_PROTOCOL where requestSent: self = .badResponse
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2:
            self = requestSent ? .badResponse : .cannotConnect
        default: self = .other(code: Int32(bitPattern: code.rawValue), requestSent: requestSent)
        }
    }
}
