/// The channels of private chats, so many of those that were used last.
///
/// Discord names them to nobody: a process that does not know a private chat's channel cannot ask what was written there
/// while it was away.
struct PrivateRooms: Hashable, Sendable {
    static let most = 1_000

    /// When each was used last, counted in uses.
    private var uses: [String: Int] = [:]
    private var count = 0

    /// Those that were used last at the end.
    init(_ rooms: [String] = []) {
        for room in rooms { note(room) }
    }

    mutating func note(_ room: String) {
        count += 1
        uses[room] = count
        // Now and then is enough.
        guard uses.count > 2 * Self.most else { return }
        let kept = Set(list)
        uses = uses.filter { kept.contains($0.key) }
    }

    mutating func forget(_ room: String) { uses[room] = nil }

    var list: [String] {
        uses.sorted { $0.value < $1.value }.suffix(Self.most).map(\.key)
    }
}
