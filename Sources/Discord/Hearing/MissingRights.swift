/// What a server does not let the bot do, and what to click.
///
/// A value made from what Discord tells of the server, so that each case is a line in a table of tests.
struct MissingRights: Hashable, Sendable {
    /// What the bot needs, as Discord's settings name it.
    private static let needed: [(bit: UInt64, name: String)] = [
        (Permissions.viewChannel, "View Channels"), (1 << 11, "Send Messages"),
        (1 << 14, "Embed Links"), (1 << 15, "Attach Files"), (1 << 16, "Read Message History"),
        (1 << 38, "Send Messages in Threads"),
    ]
    private static let mostNames = 5

    /// One line each for people; empty where nothing is missing.
    private(set) var lines: [String] = []

    /// `member` is the bot itself in that server.
    init(guild: JSON, channels: [JSON], member: JSON, bot: String) {
        let name = guild["name"]?.string ?? guild["id"]?.string ?? ""
        let rights = Permissions(of: bot, member: member, guild: guild)
        let missing = Self.names(rights.everywhere)
        if !missing.isEmpty {
            let role = Self.ownRole(of: member, in: guild)
            lines.append(
                "server \(name): the bot may not \(missing.joined(separator: ", ")): Server Settings, Roles, \(role), Permissions"
            )
        }
        var (hidden, lacking) = ([String](), [[String]: [String]]())
        for channel in channels where [0, 5, 15].contains(channel["type"]?.int ?? -1) {
            let here = rights.here(channel)
            let title = "#" + (channel["name"]?.string ?? channel["id"]?.string ?? "")
            // What is missing everywhere was said.
            let names = Self.names(here | ~rights.everywhere)
            if here & Permissions.viewChannel == 0 {
                if rights.everywhere & Permissions.viewChannel != 0 { hidden.append(title) }
            } else if !names.isEmpty {
                lacking[names, default: []].append(title)
            }
        }
        for (names, titles) in lacking.sorted(by: { $0.value[0] < $1.value[0] }) {
            lines.append(
                "server \(name): not allowed in \(Self.list(titles)): \(names.joined(separator: ", ")): Edit Channel, Permissions, the bot's role"
            )
        }
        if !hidden.isEmpty {
            lines.append(
                "server \(name): the bot does not see \(Self.list(hidden)); where it shall work: Edit Channel, Permissions, add the bot's role, View Channel"
            )
        }
    }

    private static func names(_ rights: UInt64) -> [String] {
        needed.filter { rights & $0.bit == 0 }.map(\.name)
    }

    private static func list(_ titles: [String]) -> String {
        let more = titles.count - mostNames
        return titles.prefix(mostNames).joined(separator: ", ")
            + (more > 0 ? " and \(more) more" : "")
    }

    /// The role that Discord made for the bot; its first, where it has no such.
    private static func ownRole(of member: JSON, in guild: JSON) -> String {
        let own = Set(member["roles"]?.array.compactMap(\.string) ?? [])
        let roles = (guild["roles"]?.array ?? []).filter { own.contains($0["id"]?.string ?? "") }
        let managed = roles.first { $0["managed"]?.bool == true } ?? roles.first
        return managed?["name"]?.string ?? "@everyone"
    }
}
