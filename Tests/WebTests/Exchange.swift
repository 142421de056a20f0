import Dispatch
import Glibc

/// One connection: sends the bytes, then reads until the server closes.
enum Exchange {
    struct Refused: Error { let number: Int32 }

    static func send(
        _ text: String, host: String = "127.0.0.1", port: UInt16
    ) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "exchange").async {
                continuation.resume(with: Result { try blocking(text, host: host, port: port) })
            }
        }
    }

    private static func blocking(_ text: String, host: String, port: UInt16) throws -> String {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(file) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Refused(number: errno) }
        let bytes = Array(text.utf8)
        _ = Glibc.send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(file, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            answer += buffer.prefix(count)
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
