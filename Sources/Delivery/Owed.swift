package import Chat

/// A message that must go out, under the key by which its `sent` record will name it.
package struct Owed: Hashable, Sendable {
    package var key: String
    package var outgoing: Outgoing
    /// Whether the journal owes it: then what becomes of it is told to the `SentLog`. A read's answer is not durable.
    package var isDurable: Bool
    /// Whether an earlier process may have sent it.
    package var mayBeOut: Bool

    package init(key: String, _ outgoing: Outgoing, isDurable: Bool, mayBeOut: Bool = false) {
        self.mayBeOut = mayBeOut
        self.key = key
        self.outgoing = outgoing
        self.isDurable = isDurable
    }
}
