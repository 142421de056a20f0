import FoundationEssentials

/// A topic as `/t/ID.json` of a Discourse forum gives it, or a line of a topic list.
struct DiscourseTopic: Decodable {
    private let id: LooseText?
    private let title: String?
    private let excerpt: String?
    private let created_at: String?
    private let tags: [Lenient<Tag>]?
    private let post_stream: Stream?

    private struct Stream: Decodable {
        let posts: [Lenient<Post>]?
    }

    private struct Post: Decodable {
        let username: String?
        let raw: String?
        let cooked: String?
        let created_at: String?
        let accepted_answer: Bool?
        let post_type: Int?
        let like_count: Int?
        let reads: Int?

        var text: String { raw ?? HTMLText.plain(cooked ?? "") }
        /// Moderators' notes such as "closed this topic" are of another type.
        var isRegular: Bool { (post_type ?? 1) == 1 }
    }

    /// A name, or newer, an object with one.
    private struct Tag: Decodable {
        let name: String

        private enum Key: CodingKey { case name }

        init(from decoder: any Decoder) throws {
            if let name = try? decoder.singleValueContainer().decode(String.self) {
                self.name = name
            } else {
                name = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .name)
            }
        }
    }

    static func forum(_ topics: [DiscourseTopic]) -> ImportedForum {
        var forum = ImportedForum(format: .discourse)
        for topic in topics {
            if let thread = topic.thread { forum.add(thread) } else { forum.skip(.withoutQuestion) }
        }
        return forum
    }

    private var thread: ImportedThread? {
        guard let id, !id.text.isEmpty, let title, !title.isEmpty else { return nil }
        let posts = (post_stream?.posts ?? []).compactMap(\.value).filter(\.isRegular)
        var thread = ImportedThread(
            id: id.text, title: HTMLText.plain(title),
            body: posts.first?.text ?? HTMLText.plain(excerpt ?? ""),
            author: ImportedAuthor(name: posts.first?.username ?? ""),
            askedAt: (posts.first?.created_at ?? created_at).flatMap(ImportedDate.iso))
        thread.tags = (tags ?? []).compactMap { $0.value?.name }
        let replies = posts.dropFirst()
        // What was accepted; else what others liked best, if anybody did.
        let accepted =
            replies.first { $0.accepted_answer == true }
            ?? replies.filter { ($0.like_count ?? 0) > 0 && $0.username != posts.first?.username }
            .max { ($0.like_count ?? 0) < ($1.like_count ?? 0) }
        thread.answer = accepted.map {
            ImportedThread.Answer(
                text: $0.text, author: ImportedAuthor(name: $0.username ?? ""),
                at: $0.created_at.flatMap(ImportedDate.iso))
        }
        return thread
    }
}
