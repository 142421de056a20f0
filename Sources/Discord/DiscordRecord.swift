import FoundationEssentials

/// What the receiving and the sending side have to remember between calls.
actor DiscordRecord {
    private(set) var health = DiscordHealth()
    /// The channels of private chats, by person.
    private var privateChannels: [String: String] = [:]
    private var rooms = PrivateRooms()
    /// How many parts of a long message are out already, by the message's key.
    private var partsOut: [String: Int] = [:]
    /// When a message was tried first whose outcome nobody knows.
    private var doubtful: [String: Double] = [:]
    private let arrivals: AsyncStream<String>.Continuation
    /// Servers that want their commands registered.
    nonisolated let servers: AsyncStream<String>
    private var announced: Set<String> = []

    private static let most = 10_000
    /// How long Discord surely knows a nonce.
    private static let nonceLasts = 120.0

    init() { (servers, arrivals) = AsyncStream.makeStream() }

    func introduced(_ name: String?) { health.username = name }
    func alive(at now: Date) { health.lastHeard = now }

    func connected(resumed: Bool, at now: Date) {
        health.lastHeard = now
        health.trouble = nil
        if resumed { health.resumes += 1 } else { health.sessions += 1 }
    }

    /// - Returns: whether Discord had been in trouble before.
    func polled(at now: Date) -> Bool {
        defer { health.trouble = nil }
        health.lastHeard = now
        return health.trouble != nil
    }

    func troubled(_ words: String) { health.trouble = words }

    func refused(_ refused: DiscordRefused) {
        health.isRefused = true
        health.trouble = refused.description
    }

    func isIn(server: String) {
        if announced.insert(server).inserted { arrivals.yield(server) }
    }

    func privateChannel(of user: String) -> String? { privateChannels[user] }

    /// The channels of private chats that are known, those that were used last at the end.
    var privateRooms: [String] { rooms.list }

    /// What the process before this one knew.
    func remember(privateRooms: [String]) { rooms = PrivateRooms(privateRooms + rooms.list) }

    func forget(privateRoom channel: String) { rooms.forget(channel) }

    func opened(_ channel: String, of user: String) {
        rooms.note(channel)
        if privateChannels.count >= Self.most { privateChannels.removeAll(keepingCapacity: true) }
        privateChannels[user] = channel
    }

    /// Which part of a message to go on with, so that trying again repeats no part that is out.
    func firstPart(of key: String) -> Int { partsOut[key] ?? 0 }

    func sent(_ count: Int, of total: Int, key: String) {
        guard !key.isEmpty else { return }
        doubtful[key] = nil
        if count < total, partsOut.count < Self.most {
            partsOut[key] = count
        } else {
            partsOut[key] = nil
        }
    }

    /// Whether a message whose outcome is unknown can be tried again without being doubled.
    func mayRepeat(_ key: String, at now: Double) -> Bool {
        guard !key.isEmpty else { return false }
        if doubtful.count >= Self.most { doubtful.removeAll(keepingCapacity: true) }
        let first = doubtful[key] ?? now
        doubtful[key] = first
        return now - first < Self.nonceLasts
    }
}
