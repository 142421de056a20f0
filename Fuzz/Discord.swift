// sources: WebSocketReader WebSocketMessage UTF8Check JSON JSONReader

/// Feeds any bytes to what reads Discord's gateway: frames first, then the JSON in them.
///
/// Whatever comes in, it returns, and says the same however the bytes were cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = read(bytes, by: max(count, 1))
    for size in [1, 3] { precondition(read(bytes, by: size) == whole) }
    if case .success(let messages) = whole {
        for case .text(let text) in messages {
            precondition(String(validating: text, as: UTF8.self) != nil)
            roundTrip(text)
        }
    }
    roundTrip(bytes)
    return 0
}

private func read(_ bytes: [UInt8], by size: Int) -> Result<[WebSocketMessage], WebSocketFault> {
    var reader = WebSocketReader(longest: 1 << 16)
    var messages: [WebSocketMessage] = []
    do throws(WebSocketFault) {
        for start in stride(from: 0, to: bytes.count, by: size) {
            reader.feed(Array(bytes[start..<min(start + size, bytes.count)]))
            while let message = try reader.next() { messages.append(message) }
        }
    } catch {
        return .failure(error)
    }
    return .success(messages)
}

/// What was read is written so that it is read again as it was.
private func roundTrip(_ text: [UInt8]) {
    guard let json = JSONReader.read(text) else { return }
    precondition(JSONReader.read(json.bytes) == json)
}
