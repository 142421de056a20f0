/// Something wrong in a file of sentences; the sentence is left out, never the whole file.
package struct SentenceFault: Hashable, Sendable, CustomStringConvertible {
    /// The file, or `texts` for a moderator's override.
    package let source: String
    package let line: Int?
    package let column: Int?
    package let key: String
    package let reason: String

    package var description: String {
        let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        return "\(source)\(place): \(key): \(reason)"
    }
}
