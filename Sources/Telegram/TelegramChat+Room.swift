import Chat

extension TelegramChat {
    var place: Place { kind == .private ? .private : .group(title: title) }

    func room(on platform: Platform, topic: Int64? = nil) -> RoomAddress {
        RoomAddress(platform, String(id), topic: topic.map { String($0) })
    }
}
