import Chat

/// What Discord lets one member do in a server and in its channels.
struct Permissions: Hashable, Sendable {
    private static let administrator: UInt64 = 1 << 3
    static let manageServer: UInt64 = 1 << 5
    static let viewChannel: UInt64 = 1 << 10

    /// Whether somebody manages the server is all that the bot asks of people.
    static func authority(_ bits: UInt64) -> Authority {
        bits & (administrator | manageServer) != 0 ? .administrator : .member
    }

    private let member: String
    private let roles: Set<String>
    private let guild: String
    /// As their roles have it, before a channel says otherwise.
    let everywhere: UInt64

    init(of member: String, member json: JSON, guild: JSON) {
        self.member = member
        self.guild = guild["id"]?.string ?? ""
        roles = Set(json["roles"]?.array.compactMap(\.string) ?? [])
        var bits: UInt64 = 0
        for role in guild["roles"]?.array ?? [] {
            // The role that everybody has carries the server's own id.
            guard let id = role["id"]?.string, roles.contains(id) || id == self.guild else {
                continue
            }
            bits |= role["permissions"]?.bits ?? 0
        }
        let isAll = bits & Self.administrator != 0 || guild["owner_id"]?.string == member
        everywhere = isAll ? .max : bits
    }

    /// In one channel: its overwrites for all, then those for roles together, then the member's own (topics/permissions).
    func here(_ channel: JSON) -> UInt64 {
        guard everywhere != .max else { return everywhere }
        let overwrites = channel["permission_overwrites"]?.array ?? []
        var bits = everywhere
        func apply(_ those: [JSON]) {
            let (deny, allow) = those.reduce(into: (UInt64(0), UInt64(0))) { sum, overwrite in
                sum.0 |= overwrite["deny"]?.bits ?? 0
                sum.1 |= overwrite["allow"]?.bits ?? 0
            }
            bits = bits & ~deny | allow
        }
        apply(overwrites.filter { $0["id"]?.string == guild })
        apply(overwrites.filter { $0["type"]?.int == 0 && roles.contains($0["id"]?.string ?? "") })
        apply(overwrites.filter { $0["type"]?.int == 1 && $0["id"]?.string == member })
        return bits & Self.viewChannel == 0 ? 0 : bits
    }
}
