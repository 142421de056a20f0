/// A thread of the peer forum, or an entry of the FAQ: what can be found.
public struct ForumThread: Hashable, Sendable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var body: String
    public var answer: String?
    /// A language tag such as `en`; nil where it should be guessed from the words.
    public var language: String?
    public var tags: [String]

    public init(
        id: String, title: String, body: String = "", answer: String? = nil,
        language: String? = nil, tags: [String] = []
    ) {
        self.id = id
        self.title = title
        self.body = body
        self.answer = answer
        self.language = language
        self.tags = tags
    }
}
