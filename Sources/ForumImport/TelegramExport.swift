import FoundationEssentials

/// A chat as Telegram Desktop exports it ("Machine-readable JSON").
struct TelegramExport: Decodable {
    private let id: LooseText?
    private let messages: [Lenient<Message>]

    private struct Message: Decodable {
        let id: LooseText
        let type: String?
        let date: String?
        let date_unixtime: LooseText?
        let from: String?
        let from_id: LooseText?
        let text: Text?
        let reply_to_message_id: LooseText?
    }

    /// A text, or a list of texts and of pieces that are set off.
    private struct Text: Decodable {
        let plain: String

        private struct Piece: Decodable {
            let text: String

            private enum Key: CodingKey { case text }

            init(from decoder: any Decoder) throws {
                if let text = try? decoder.singleValueContainer().decode(String.self) {
                    self.text = text
                } else {
                    text = try decoder.container(keyedBy: Key.self).decode(
                        String.self, forKey: .text)
                }
            }
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                plain = text
            } else {
                let pieces = try container.decode([Lenient<Piece>].self)
                plain = pieces.compactMap { $0.value?.text }.joined()
            }
        }
    }

    static func forum(_ chats: [TelegramExport]) -> ImportedForum {
        var forum = ImportedForum(format: .telegram)
        for chat in chats {
            var log = ChatLog()
            for message in chat.messages.prefix(ImportLimits.messages) {
                guard let message = message.value, message.type ?? "message" == "message" else {
                    continue
                }
                log.messages.append(
                    .init(
                        id: message.id.text, replyTo: message.reply_to_message_id?.text,
                        author: author(message), text: (message.text?.plain ?? "").trimmed,
                        at: message.date_unixtime.flatMap { ImportedDate.unix($0.text) }
                            ?? message.date.flatMap(ImportedDate.iso)))
            }
            log.add(to: &forum, prefix: chat.id?.text ?? "chat")
        }
        return forum
    }

    private static func author(_ message: Message) -> ImportedAuthor {
        // `user123` is a person; channels post under `channel…`.
        let id = message.from_id?.text ?? ""
        let account =
            id.hasPrefix("user")
            ? ImportedAuthor.Account(service: "telegram", id: String(id.dropFirst(4))) : nil
        return ImportedAuthor(name: message.from ?? "", account: account)
    }
}
