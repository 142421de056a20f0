/// One file of `bot-config/faq/`: a question that comes again and its answer.
package struct FAQFile: Hashable, Sendable {
    /// The file's name without `.md`.
    package let id: String
    package let title: Located<String>
    package let tags: [String]
    /// BCP 47.
    package let language: String
    package let body: String
}
