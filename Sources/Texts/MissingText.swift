/// A sentence that could not be written as meant; the reader still got something.
package enum MissingText: Hashable, Sendable {
    /// The language lacks the key: English was used, or the key in brackets.
    case sentence(key: String, language: String)
    /// The phrase brought no value for it: the placeholder was shown as it stands.
    case value(placeholder: String, key: String)
}
