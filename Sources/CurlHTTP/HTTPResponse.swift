/// A complete answer.
///
/// Its description and mirror show the status and the size only: a body holds what people wrote.
public struct HTTPResponse: Sendable {
    public let status: Int
    public let body: [UInt8]
    /// The header lines as they came. They are parsed when asked for: most answers are read without.
    private let headerLines: [UInt8]

    public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        let lines = headers.fields.flatMap { "\($0.name): \($0.value)\r\n".utf8 }
        self.init(status: status, headerLines: lines, body: body)
    }

    init(status: Int, headerLines: [UInt8], body: [UInt8]) {
        self.status = status
        self.headerLines = headerLines
        self.body = body
    }

    /// The first header of that name, without regard to case.
    public func header(_ name: String) -> String? {
        lines.first { $0.name.matches(name.utf8) }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    public var headers: HTTPHeaders {
        HTTPHeaders(
            lines.map {
                (
                    String(decoding: $0.name, as: UTF8.self),
                    String(decoding: $0.value, as: UTF8.self)
                )
            })
    }

    private var lines: some Sequence<(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)> {
        headerLines.lazy.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = headerLines[line.startIndex..<colon]
            let value = headerLines[(colon + 1)..<line.endIndex]
            guard let first = value.firstIndex(where: { !$0.isBlank }),
                let last = value.lastIndex(where: { !$0.isBlank })
            else { return (name, []) }
            return (name, value[first...last])
        }
    }
}

extension HTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(status) (\(body.count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension UInt8 {
    fileprivate var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
    }
}
