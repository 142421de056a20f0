import Chat

extension TelegramChat {
    var place: Place { kind == .private ? .private : .group(title: title) }

    func room(topic: Int64? = nil) -> RoomAddress {
        RoomAddress(.telegram, String(id), topic: topic.map { String($0) })
    }
}
