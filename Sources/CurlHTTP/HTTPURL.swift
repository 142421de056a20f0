import CCurl
import Glibc

/// An address that was checked once and is never shown.
///
/// Telegram puts the token into the path, so the text of a URL is a secret: it has no description, no
/// reflection and no accessor, and only libcurl reads it. Plain `http` is accepted for loopback hosts
/// alone, because anywhere else it would send that secret in the clear.
public struct HTTPURL: Sendable, Hashable {
    let text: String
    /// Whether the host is this machine: such a request never goes through a proxy.
    let isLoopback: Bool
    let isEncrypted: Bool

    /// Reads an absolute `https` URL, or `http` to a loopback host; nil for everything else.
    ///
    /// libcurl's own parser decides, so what is checked here and what is dialled later cannot differ.
    public init?(_ text: String) {
        // Percent-encoded printable ASCII only: no line end, blank or NUL can cut or extend the request.
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), let parsed = curl_url() else {
            return nil
        }
        defer { curl_url_cleanup(parsed) }
        guard curl_url_set(parsed, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER)) == CURLUE_OK,
            let scheme = HTTPURL.part(CURLUPART_SCHEME, of: parsed),
            let host = HTTPURL.part(CURLUPART_HOST, of: parsed)
        else { return nil }
        isLoopback = HTTPURL.isLoopback(host: host)
        isEncrypted = scheme == "https"
        guard isEncrypted || (scheme == "http" && isLoopback) else { return nil }
        self.text = text
    }

    /// Whether both have the same scheme, host and port, however these are written.
    public func isSameOrigin(as other: HTTPURL) -> Bool { origin == other.origin }

    private var origin: [String?] {
        guard let parsed = curl_url() else { return [text] }
        defer { curl_url_cleanup(parsed) }
        curl_url_set(parsed, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER))
        return [
            HTTPURL.part(CURLUPART_SCHEME, of: parsed),
            HTTPURL.part(CURLUPART_HOST, of: parsed)?.lowercased(),
            HTTPURL.part(CURLUPART_PORT, of: parsed, UInt32(CURLU_DEFAULT_PORT)),
        ]
    }

    private static func part(
        _ part: CURLUPart, of url: OpaquePointer, _ flags: UInt32 = 0
    ) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &value, flags) == CURLUE_OK, let value else { return nil }
        defer { curl_free(value) }
        return String(cString: value)
    }

    /// `localhost` (which libcurl never asks a resolver about), 127.0.0.0/8 and ::1.
    private static func isLoopback(host: String) -> Bool {
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 {
            return UInt32(bigEndian: four.s_addr) >> 24 == 127
        }
        return host.lowercased() == "localhost" || host == "[::1]"
    }
}

extension HTTPURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(url)" }
    public var debugDescription: String { "(url)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
