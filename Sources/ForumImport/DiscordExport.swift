import FoundationEssentials

/// A channel as DiscordChatExporter writes it.
struct DiscordExport: Decodable {
    private let channel: Channel
    private let messages: [Lenient<Message>]

    private struct Channel: Decodable {
        let id: LooseText?
        let type: String?
        let name: String?

        /// A thread of a channel or of a forum: all of it is one question with its replies.
        var isThread: Bool { type?.contains("Thread") == true }
    }

    private struct Message: Decodable {
        let id: LooseText
        let type: String?
        let timestamp: String?
        let content: String?
        let author: Author?
        let reference: Reference?
    }

    private struct Author: Decodable {
        let id: LooseText?
        let name: String?
        let nickname: String?
        let isBot: Bool?
    }

    private struct Reference: Decodable {
        let messageId: LooseText?
    }

    var forum: ImportedForum {
        var forum = ImportedForum(format: .discord)
        var log = ChatLog()
        for message in messages.prefix(ImportLimits.messages) {
            guard let message = message.value, message.author?.isBot != true,
                ["Default", "Reply", "ThreadStarterMessage", "0", "19"].contains(
                    message.type ?? "Default")
            else { continue }
            log.messages.append(
                .init(
                    id: message.id.text, replyTo: message.reference?.messageId?.text,
                    author: author(message.author), text: (message.content ?? "").trimmed,
                    at: message.timestamp.flatMap(ImportedDate.iso)))
        }
        let prefix = channel.id?.text ?? "channel"
        if channel.isThread, let first = log.messages.first {
            forum.add(thread(first, log.messages.dropFirst(), prefix))
            forum.skip(.chatter, max(0, log.messages.count - 2))
        } else {
            log.add(to: &forum, prefix: prefix)
        }
        return forum
    }

    private func thread(
        _ first: ChatLog.Message, _ replies: ArraySlice<ChatLog.Message>, _ prefix: String
    ) -> ImportedThread {
        var thread = ImportedThread(
            id: prefix, title: channel.name ?? first.text.firstSentence, body: first.text,
            author: first.author, askedAt: first.at)
        let answer = replies.filter { $0.author.key != first.author.key && !$0.text.isEmpty }
            .max { $0.text.count < $1.text.count }
        thread.answer = answer.map { .init(text: $0.text, author: $0.author, at: $0.at) }
        return thread
    }

    private func author(_ author: Author?) -> ImportedAuthor {
        ImportedAuthor(
            name: author?.nickname ?? author?.name ?? "",
            account: author?.id.map { .init(service: "discord", id: $0.text) })
    }
}
