import Chat

/// What the gateway tells about servers: their channels, threads and roles, kept for as long as the bot runs.
///
/// A message names its channel and its author's roles; only the book knows that the one is a thread of another and what
/// the others allow.
struct GuildBook: Sendable {
    struct Channel: Hashable, Sendable {
        var guild: String
        var name: String
        var type: Int
        var parent: String?

        var isThread: Bool { (10...12).contains(type) }
        /// Whether messages are written in it: no category, no voice channel's own list.
        var isRoom: Bool { [0, 5, 15, 16].contains(type) || isThread }
    }

    private struct Guild: Sendable {
        var owner: String?
        var roles: [String: UInt64] = [:]
    }

    private var guilds: [String: Guild] = [:]
    private var channels: [String: Channel] = [:]

    func knows(_ guild: String) -> Bool { guilds[guild] != nil }
    func channel(_ id: String) -> Channel? { channels[id] }

    /// The channels of a server in which messages are written.
    func rooms(of guild: String) -> [String] {
        channels.filter { $0.value.guild == guild && $0.value.isRoom && !$0.value.isThread }
            .keys.sorted()
    }

    /// What somebody's roles let them do; unknown where the server's roles are not known.
    func authority(of user: String, roles: [String], in guild: String) -> Authority {
        guard let known = guilds[guild], !known.roles.isEmpty else { return .unknown }
        if known.owner == user { return .administrator }
        // The role that everybody has carries the server's own id.
        return Permissions.authority(
            (roles + [guild]).reduce(0) { $0 | (known.roles[$1] ?? 0) })
    }

    mutating func note(guild json: JSON) {
        guard let id = json["id"]?.string, json["unavailable"]?.bool != true else { return }
        var guild = guilds[id] ?? Guild()
        if let owner = json["owner_id"]?.string { guild.owner = owner }
        if let roles = json["roles"]?.array {
            guild.roles = roles.reduce(into: [:]) { known, role in
                if let id = role["id"]?.string { known[id] = role["permissions"]?.bits ?? 0 }
            }
        }
        guilds[id] = guild
        for channel in (json["channels"]?.array ?? []) + (json["threads"]?.array ?? []) {
            note(channel: channel, in: id)
        }
    }

    mutating func note(channel json: JSON, in guild: String? = nil) {
        guard let id = json["id"]?.string, let guild = guild ?? json["guild_id"]?.string else {
            return
        }
        channels[id] = Channel(
            guild: guild, name: json["name"]?.string ?? channels[id]?.name ?? "",
            type: json["type"]?.int ?? 0, parent: json["parent_id"]?.string)
    }

    mutating func note(role json: JSON, in guild: String) {
        guard let id = json["id"]?.string else { return }
        guilds[guild]?.roles[id] = json["permissions"]?.bits ?? 0
    }

    mutating func forget(role: String, in guild: String) { guilds[guild]?.roles[role] = nil }
    mutating func forget(channel: String) { channels[channel] = nil }

    mutating func forget(guild: String) {
        guilds[guild] = nil
        channels = channels.filter { $0.value.guild != guild }
    }
}

extension GuildBook {
    /// A thread is a topic of its channel, so that a cohort's room takes its threads along.
    func room(_ channel: String) -> RoomAddress {
        guard let known = channels[channel], known.isThread, let parent = known.parent else {
            return RoomAddress(.discord, channel)
        }
        return RoomAddress(.discord, parent, topic: channel)
    }
}
