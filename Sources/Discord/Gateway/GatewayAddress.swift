import CurlHTTP

/// Where a gateway is: what Discord calls a `wss://` URL, taken apart.
///
/// Plain `ws` is for loopback alone, like plain `http`.
struct GatewayAddress: Hashable, Sendable {
    /// As the `Host` header has it, with a port where it is not the usual one.
    let host: String
    let target: String
    private let scheme: String

    /// Nil for anything but `wss://host…` (or `ws://` on loopback); asks for version 10 in JSON, uncompressed.
    init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        switch text[..<colon.lowerBound].lowercased() {
        case "wss": scheme = "https"
        case "ws": scheme = "http"
        default: return nil
        }
        let rest = text[colon.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        host = String(rest[..<end])
        let path = rest[end...].prefix { $0 != "?" && $0 != "#" }
        target = (path.isEmpty ? "/" : String(path)) + "?v=10&encoding=json"
        guard !host.isEmpty, target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), http != nil else {
            return nil
        }
    }

    /// What libcurl connects to.
    var http: HTTPURL? { HTTPURL("\(scheme)://\(host)/") }
}
