import FoundationEssentials

/// What was written while no session of the bot's existed, and has to be asked for: a value, fed with each event.
///
/// A session that is taken up again tells what was missed; a new one tells nothing, and which channels hold something
/// newer than the newest message that was heard can only be seen as it begins.
struct Missed: Sendable {
    /// A channel that holds something newer, with the book by which it is read.
    struct Gap: Sendable {
        var channel: String
        var after: String
        var hearing: Hearing
    }

    /// What is older nobody waits for any more, in seconds.
    private static let longest = 86_400.0

    /// The newest message that was heard; nil until there was one, or a session.
    private(set) var newest: String?
    /// Where the last new session began to hear.
    private(set) var after = "0"
    /// Servers whose channels were not told of yet.
    private var expected: Set<String> = []

    init(since newest: String?) { self.newest = newest }

    /// The channels that have to be asked because of an event.
    mutating func channels(after event: GatewayEvent, private rooms: [String], at now: Double)
        -> [String]
    {
        let data = event.data
        switch event.name {
        case "MESSAGE_CREATE":
            newest = Snowflake.later(data["id"]?.string, newest)
        case "READY":
            defer { newest = newest ?? Snowflake.id(at: now) }
            guard let newest else { return [] }
            after =
                Snowflake.later(newest, Snowflake.id(at: now - Self.longest)) ?? newest
            expected = Set(data["guilds"]?.array.compactMap { $0["id"]?.string } ?? [])
            return rooms.sorted()
        case "GUILD_CREATE":
            guard let id = data["id"]?.string, expected.remove(id) != nil else { break }
            return ((data["channels"]?.array ?? []) + (data["threads"]?.array ?? [])).compactMap {
                isNews($0) ? $0["id"]?.string : nil
            }
        default: break
        }
        return []
    }

    private func isNews(_ channel: JSON) -> Bool {
        guard let last = channel["last_message_id"]?.string,
            [0, 5, 10, 11, 12].contains(channel["type"]?.int ?? 0)
        else { return false }
        return last != after && Snowflake.later(last, after) == last
    }
}
