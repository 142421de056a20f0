import Chat

extension Attachment {
    init(_ document: TelegramDocument) {
        self.init(
            id: document.id, name: document.name, mediaType: document.mediaType,
            size: document.size.flatMap { Int(exactly: $0) })
    }
}
