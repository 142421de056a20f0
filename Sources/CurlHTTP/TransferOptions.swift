import CCurl

/// What libcurl is told about one transfer; remembers the first refusal.
struct TransferOptions {
    private let easy: UnsafeMutableRawPointer
    private(set) var code = CURLE_OK

    init(_ easy: UnsafeMutableRawPointer) {
        self.easy = easy
    }

    /// What is the same for every request of a client.
    mutating func set(_ configuration: HTTPConfiguration, for request: HTTPRequest) {
        set(configuration, for: request.url)
    }

    /// A connection without a request, for a `Socket`.
    mutating func setSocket(_ configuration: HTTPConfiguration, to url: HTTPURL) {
        set(configuration, for: url)
        set(CURLOPT_CONNECT_ONLY, 1)
        // ALPN could choose HTTP/2, over which nothing upgrades (RFC 9113, 8.6).
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        set(CURLOPT_HTTPPROXYTUNNEL, 1)
    }

    private mutating func set(_ configuration: HTTPConfiguration, for url: HTTPURL) {
        set(CURLOPT_URL, url.text)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        // A redirect could carry the secret elsewhere; whoever wants to follow one reads `location`.
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NOSIGNAL, 1)
        // Without it, ending a transfer waits for its resolver thread, and everything else with it.
        // The thread frees what it holds when its answer comes.
        set(CURLOPT_QUICK_EXIT, 1)
        set(CURLOPT_TCP_NODELAY, 1)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_ACCEPT_ENCODING, "")
        set(CURLOPT_USERAGENT, configuration.userAgent)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // Deadlines are ours (`Transfer.standing`); libcurl's would not say which one passed.
        set(CURLOPT_CONNECTTIMEOUT_MS, Int(Int32.max))
        if url.isEncrypted {
            set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
            // Rather a stream on the connection being made than a connection of its own.
            set(CURLOPT_PIPEWAIT, 1)
        } else {
            set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        }
        if let file = configuration.authoritiesFile { set(CURLOPT_CAINFO, file) }
        set(configuration.proxy, for: url)
    }

    private mutating func set(_ proxy: HTTPConfiguration.Proxy, for url: HTTPURL) {
        if url.isLoopback {
            set(CURLOPT_NOPROXY, "*")
            return
        }
        switch proxy {
        case .environment: break
        case .direct: set(CURLOPT_NOPROXY, "*")
        case .host(let name, let port):
            set(CURLOPT_PROXY, name)
            set(CURLOPT_PROXYPORT, Int(port))
            // An empty list, or the environment's would apply.
            set(CURLOPT_NOPROXY, "")
        }
    }

    /// Method and headers; the list returned must outlive the transfer.
    mutating func set(_ request: HTTPRequest) -> UnsafeMutablePointer<curl_slist>? {
        let expectsBody = request.method != .get && request.method != .delete
        if request.body != nil {
            set(CURLOPT_POST, 1)
        } else if expectsBody {
            set(CURLOPT_POST, 1)
            note(curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, 0))
            // Not null, which libcurl would read as "no body set".
            set(CURLOPT_COPYPOSTFIELDS, "")
        } else {
            set(CURLOPT_HTTPGET, 1)
        }
        set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        set(CURLOPT_MAXFILESIZE_LARGE, max(1, request.responseLimit))
        return setHeaders(of: request)
    }

    private mutating func setHeaders(
        of request: HTTPRequest
    ) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        var lines = request.headers.fields.map { field in
            // libcurl's spelling of a header without a value.
            field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
        }
        // Headers that libcurl would add by itself: a pause of a second before larger bodies, and a
        // content type that nobody named.
        lines.append("Expect:")
        if request.headers["content-type"] == nil { lines.append("Content-Type:") }
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                note(CURLE_OUT_OF_MEMORY)
                break
            }
            list = longer
        }
        note(curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list))
        return list
    }

    /// The bytes are not copied: they must outlive the transfer, and have an address even where there are none.
    mutating func setBody(_ bytes: UnsafeRawBufferPointer) {
        note(curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, bytes.count))
        guard let start = bytes.baseAddress else { return }
        set(CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: start))
    }

    /// The transfer is not retained: the loop holds it for as long as libcurl can call back.
    mutating func setReceiver(_ transfer: Transfer) {
        let pointer = Unmanaged.passUnretained(transfer).toOpaque()
        set(CURLOPT_PRIVATE, pointer)
        set(CURLOPT_WRITEDATA, pointer)
        set(CURLOPT_HEADERDATA, pointer)
        set(CURLOPT_PREREQDATA, pointer)
    }

    mutating func setCallbacks() {
        note(
            curl_easy_setopt(
                easy, CURLOPT_PREREQFUNCTION,
                beforeRequest: { pointer, _, _, _, _ in
                    let goesOn = Transfer.at(pointer)?.willSendRequest() ?? false
                    return goesOn ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
                }))
        note(
            curl_easy_setopt(
                easy, CURLOPT_HEADERFUNCTION,
                write: { start, size, count, pointer in
                    let bytes = UnsafeRawBufferPointer(start: start, count: size * count)
                    let goesOn = Transfer.at(pointer)?.receiveHeader(bytes) ?? false
                    return goesOn ? bytes.count : refusedWrite
                }))
        note(
            curl_easy_setopt(
                easy, CURLOPT_WRITEFUNCTION,
                write: { start, size, count, pointer in
                    let bytes = UnsafeRawBufferPointer(start: start, count: size * count)
                    let goesOn = Transfer.at(pointer)?.receiveBody(bytes) ?? false
                    return goesOn ? bytes.count : refusedWrite
                }))
    }

    private mutating func set(_ option: CURLoption, _ value: Int) {
        note(curl_easy_setopt(easy, option, value))
    }

    private mutating func set(_ option: CURLoption, _ value: String) {
        note(curl_easy_setopt(easy, option, value))
    }

    private mutating func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer) {
        note(curl_easy_setopt(easy, option, value))
    }

    private mutating func note(_ result: CURLcode) {
        if code == CURLE_OK { code = result }
    }
}

/// A count that no write can have, so libcurl takes it for a failed one.
private let refusedWrite = Int.max

extension Transfer {
    fileprivate static func at(_ pointer: UnsafeMutableRawPointer?) -> Transfer? {
        pointer.map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }
}
