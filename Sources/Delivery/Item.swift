import Chat

/// One message on its way: what is owed, to whom, and what was tried.
struct Item: Sendable {
    /// The order in which messages came in; a message that is tried again keeps its place.
    let sequence: Int
    var owed: Owed
    var receiver: Receiver
    /// When the receiver was looked up, in seconds since 1970.
    var lookedUp: Double
    var retry = Retry()

    var chat: RoomAddress { receiver.room.wholeChat }

    /// The same message for a chat that has moved. Topics are left behind: the new chat numbers its own.
    func moved(to room: RoomAddress) -> Item {
        var item = self
        item.receiver.room = room
        if case .room = owed.outgoing.to { item.owed.outgoing.to = .room(room) }
        return item
    }
}

extension Item: Comparable {
    /// More urgent first, then older.
    static func < (a: Item, b: Item) -> Bool {
        let (first, second) = (a.owed.outgoing.urgency, b.owed.outgoing.urgency)
        return first == second ? a.sequence < b.sequence : first < second
    }

    static func == (a: Item, b: Item) -> Bool { a.sequence == b.sequence }
}
