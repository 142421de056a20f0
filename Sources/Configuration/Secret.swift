/// A token: it has no textual form, so no log line, error or dump can show it.
package struct Secret: Hashable, Sendable {
    /// The token itself, for the one request that carries it and for the log's redaction.
    package let value: String

    package init(_ value: String) { self.value = value }

    /// What may be shown of a refused token so that its owner recognises it; nothing of a short one.
    package var ending: String { value.utf8.count >= 16 ? String(value.suffix(4)) : "" }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
