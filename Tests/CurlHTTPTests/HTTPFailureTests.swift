import CCurl
import Testing

@testable import CurlHTTP

@Suite struct HTTPFailureTests {
    @Test(
        "a request may have been executed once a connection was handed it",
        arguments: [
            (HTTPFailure.cannotResolve, false), (.cannotConnect, false), (.tls, false),
            (.proxy, false), (.badResponse, true), (.responseTooLarge(limit: 1), true),
            (.closed(requestSent: true), true), (.closed(requestSent: false), false),
            (.timedOut(.connect, requestSent: false), false),
            (.timedOut(.stall, requestSent: true), true), (.shutDown(requestSent: true), true),
            (.shutDown(requestSent: false), false), (.other(code: 1, requestSent: true), true),
        ])
    func mayHaveBeenExecuted(_ failure: HTTPFailure, _ expected: Bool) {
        #expect(failure.mayHaveBeenExecuted == expected)
    }

    @Test(
        "libcurl's numbers become facts",
        arguments: [
            (CURLE_COULDNT_RESOLVE_HOST, false, HTTPFailure.cannotResolve),
            (CURLE_COULDNT_CONNECT, false, .cannotConnect),
            (CURLE_COULDNT_RESOLVE_PROXY, false, .proxy),
            (CURLE_PEER_FAILED_VERIFICATION, false, .tls),
            (CURLE_SSL_CACERT_BADFILE, false, .tls),
            (CURLE_SSL_CONNECT_ERROR, true, .closed(requestSent: true)),
            (CURLE_GOT_NOTHING, true, .closed(requestSent: true)),
            (CURLE_RECV_ERROR, false, .closed(requestSent: false)),
            (CURLE_HTTP2_STREAM, true, .closed(requestSent: true)),
            (CURLE_HTTP2, true, .badResponse),
            (CURLE_UNSUPPORTED_PROTOCOL, true, .badResponse),
            (CURLE_UNSUPPORTED_PROTOCOL, false, .other(code: 1, requestSent: false)),
            (CURLE_FILESIZE_EXCEEDED, true, .responseTooLarge(limit: 5)),
            (CURLE_OUT_OF_MEMORY, false, .other(code: 27, requestSent: false)),
        ])
    func mapping(_ code: CURLcode, _ requestSent: Bool, _ expected: HTTPFailure) {
        #expect(HTTPFailure(code, requestSent: requestSent, limit: 5) == expected)
    }
}
