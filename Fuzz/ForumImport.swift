import FoundationEssentials

/// Feeds any bytes to the readers of exported forums; the first byte chooses the name, and so the format where the bytes
/// do not tell. Whatever comes in, it is refused or gives threads within the limits, and the same ones each time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let names = ["a.json", "a.csv", "a.md", "a.mbox", "a.txt", "a"]
    let name = names[Int(bytes.first ?? 0) % names.count]
    let rest = Array(bytes.dropFirst())
    guard let forum = try? ImportedForum.read(rest, name: name) else { return 0 }
    precondition(forum == (try? ImportedForum.read(rest, name: name)))
    precondition(Set(forum.threads.map(\.id)).count == forum.threads.count, "an id twice")
    for thread in forum.threads {
        precondition(!thread.title.isEmpty || !thread.body.isEmpty, "a thread without words")
        precondition(thread.title.count <= ImportLimits.title)
        precondition(thread.body.count <= ImportLimits.text)
        precondition((thread.answer?.text.count ?? 0) <= ImportLimits.text)
        precondition(thread.tags.count <= 10)
    }
    return 0
}
