import Glibc

/// The address and port for `/livez`, `/readyz` and `/metrics`, written `127.0.0.1:8080` or `[::1]:8080`.
///
/// An address, not a name: the listener must never end up on an interface that nobody meant.
package struct ListenAddress: Hashable, Sendable {
    /// An IPv4 or IPv6 address without brackets.
    package let host: String
    /// 0 is any free port.
    package let port: UInt16

    package init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reachable from this machine only.
    package static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

    package var isIPv6: Bool { host.contains(":") }
}

extension ListenAddress: LosslessStringConvertible {
    package init?(_ description: String) {
        guard let colon = description.lastIndex(of: ":"),
            let port = UInt16(description[description.index(after: colon)...])
        else { return nil }
        var host = String(description[..<colon])
        if host == "localhost" { host = "127.0.0.1" }
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            var address = in6_addr()
            guard inet_pton(AF_INET6, host, &address) == 1 else { return nil }
        } else {
            var address = in_addr()
            guard inet_pton(AF_INET, host, &address) == 1 else { return nil }
        }
        self.init(host: host, port: port)
    }

    package var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
