import Chat

/// Where a file lies that somebody sent: its address, good for a day or so, and the message that tells it anew.
///
/// Written `5/100/777 https://…` (channel, message and file), or `777 https://…` where a command brought it along and no
/// message holds it.
struct DiscordFile: Hashable, Sendable {
    struct Place: Hashable, Sendable {
        var channel: String
        var message: String
    }

    var id: String
    var url: String
    var place: Place?

    init(id: String, url: String, place: Place?) {
        self.id = id
        self.url = url
        self.place = place
    }

    /// When its address stops to work, in seconds since 1970; nil where it does not say.
    var expires: Double? {
        let query = url.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        let member = query.split(separator: "&").first { $0.hasPrefix("ex=") }
        return member.flatMap { UInt64($0.dropFirst(3), radix: 16) }.map { Double($0) }
    }
}

extension DiscordFile: LosslessStringConvertible {
    init?(_ description: String) {
        let parts = description.split(separator: " ")
        guard parts.count == 2 else { return nil }
        let ids = parts[0].split(separator: "/").map(String.init)
        switch ids.count {
        case 1: self.init(id: ids[0], url: String(parts[1]), place: nil)
        case 3:
            self.init(
                id: ids[2], url: String(parts[1]),
                place: Place(channel: ids[0], message: ids[1]))
        default: return nil
        }
    }

    var description: String {
        let from = place.map { "\($0.channel)/\($0.message)/" } ?? ""
        return "\(from)\(id) \(url)"
    }
}

extension Attachment {
    /// The first file of a message, and how many more it has; nil where it has none.
    init?(discord message: JSON) {
        let files = message["attachments"]?.array ?? []
        guard let first = files.first else { return nil }
        var place: DiscordFile.Place?
        if let channel = message["channel_id"]?.string, let id = message["id"]?.string {
            place = .init(channel: channel, message: id)
        }
        self.init(discord: first, of: place)
        others = files.count > 1 ? files.count - 1 : nil
    }

    init?(discord file: JSON, of place: DiscordFile.Place?) {
        guard let id = file["id"]?.string, let url = file["url"]?.string else { return nil }
        self.init(
            id: DiscordFile(id: id, url: url, place: place).description,
            name: file["filename"]?.string ?? "", mediaType: file["content_type"]?.string,
            size: file["size"]?.int)
    }
}
