import CCurl

/// One handle of libcurl's, told once what its requests have in common.
///
/// A bot says the same few things over and over: telling a handle all of it anew costs as much as the exchange itself.
/// So a handle is kept for its form, and the next request of that form brings only its body.
final class EasyHandle {
    let easy: UnsafeMutableRawPointer
    private var form: Form?
    /// libcurl reads both while a transfer runs.
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var body = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// A larger body's memory is not kept.
    private static let keptBody = 64 << 10

    /// What a handle is told before it is told a body.
    struct Form {
        let request: HTTPRequest

        static func == (a: Form, b: HTTPRequest) -> Bool {
            a.request.method == b.method && (a.request.body == nil) == (b.body == nil)
                && a.request.responseLimit == b.responseLimit && a.request.url == b.url
                && a.request.headers.fields.elementsEqual(b.headers.fields, by: ==)
        }
    }

    init?() {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers)
        body.deallocate()
    }

    /// Whether only the body is missing.
    func isReady(for request: HTTPRequest) -> Bool { form.map { $0 == request } ?? false }

    /// Makes the handle ready for a request whose callbacks go to `transfer`.
    func prepare(
        _ request: HTTPRequest, for transfer: Transfer, _ configuration: HTTPConfiguration
    ) -> CURLcode {
        var options = TransferOptions(easy)
        if !isReady(for: request) {
            forget()
            options.set(configuration, for: request)
            headers = options.set(request)
            options.setCallbacks()
        }
        if let bytes = request.body { options.setBody(keep(bytes)) }
        options.setReceiver(transfer)
        if options.code == CURLE_OK, form == nil { form = Form(of: request) }
        return options.code
    }

    /// The transfer is over; nothing of its body stays that is large.
    func rest() {
        if body.count > Self.keptBody {
            body.deallocate()
            body = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        }
    }

    private func forget() {
        curl_easy_reset(easy)
        curl_slist_free_all(headers)
        headers = nil
        form = nil
    }

    private func keep(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
        if body.count < bytes.count || body.baseAddress == nil {
            body.deallocate()
            body = .allocate(byteCount: max(bytes.count, 512), alignment: 1)
        }
        body.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(rebasing: body[..<bytes.count])
    }
}

extension EasyHandle.Form {
    /// Without the body, which has a place of its own.
    init(of request: HTTPRequest) {
        var request = request
        if request.body != nil { request.body = [] }
        self.request = request
    }
}
