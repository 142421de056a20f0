// sources: JSONName JSONScanner* Update TelegramMessage TelegramLocation TelegramDocument TelegramChat TelegramUser CallbackQuery MembershipChange

/// Feeds any bytes to what reads Telegram's updates; whatever comes in, it returns, and says the same of the same bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let batch = read(bytes)
    precondition(batch == read(bytes))
    precondition((batch?.skipped ?? 0) >= 0)
    var whole = JSONScanner(bytes)
    let isJSON = (try? whole.skip()) != nil && (try? whole.end()) != nil
    // A whole array of updates that are no JSON would be confirmed although nobody has read it.
    if batch != nil { precondition(isJSON) }
    return 0
}

private func read(_ bytes: [UInt8]) -> UpdateBatch? {
    var json = JSONScanner(bytes)
    guard let batch = try? UpdateBatch(&json), (try? json.end()) != nil else { return nil }
    return batch
}
