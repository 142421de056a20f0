/// The address below which a platform's methods lie, such as `https://api.telegram.org`.
///
/// A token goes there with every request, so plain http is accepted for this machine alone.
enum APIBase {
    enum Fault: Error, Equatable {
        case notAnAddress, plainHTTP

        var words: String {
            switch self {
            case .notAnAddress: "expected an address such as https://api.example.org"
            case .plainHTTP:
                "plain http would show the token to the network; write https://, or an address of this machine such as http://127.0.0.1:8081"
            }
        }
    }

    /// The address without a slash at its end.
    static func read(_ text: String) throws(Fault) -> String {
        let isPlain = text.hasPrefix("http://")
        guard isPlain || text.hasPrefix("https://"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !text.contains(where: { "@?#\\\"<>".contains($0) })
        else { throw .notAnAddress }
        let rest = text.dropFirst(isPlain ? 7 : 8)
        let authority = rest.prefix { $0 != "/" }
        guard let host = host(authority), !host.isEmpty else { throw .notAnAddress }
        if isPlain, !isLoopback(host) { throw .plainHTTP }
        var base = text[...]
        while base.last == "/" { base = base.dropLast() }
        return String(base)
    }

    private static func host(_ authority: Substring) -> Substring? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let port = authority[authority.index(after: end)...]
            guard port.isEmpty || (port.hasPrefix(":") && UInt16(port.dropFirst()) != nil) else {
                return nil
            }
            return authority[...end]
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 1 || (parts.count == 2 && UInt16(parts[1]) != nil) else { return nil }
        return parts[0]
    }

    private static func isLoopback(_ host: Substring) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil } && numbers[0] == "127"
    }
}
