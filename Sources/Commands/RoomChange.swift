import Chat
import Cohorts
import HashTreeCollections

/// What it means for the cohorts that a chat changed: the bot was added or removed, or the chat has a new address.
struct RoomChange {
    private let incoming: Incoming
    private let world: World

    init(_ incoming: Incoming, world: World) {
        self.incoming = incoming
        self.world = world
    }

    func decide() -> Decision? {
        switch incoming.content {
        case .moved(let address):
            guard address != incoming.room else { return nil }
            return Decision(
                kind: "room.moved", events: [RoomMoved(from: incoming.room, to: address)])
        case .botRemoved:
            guard !world.closedRooms.contains(incoming.room.wholeChat) else { return nil }
            return Decision(
                kind: "room.closed", events: [RoomClosed(room: incoming.room, isClosed: true)])
        case .botAdded:
            var decision = Decision(kind: "room.opened")
            if world.closedRooms.contains(incoming.room.wholeChat) {
                decision.events.append(RoomClosed(room: incoming.room, isClosed: false))
            }
            if !incoming.place.isPrivate, world.cohort(of: incoming.room) == nil {
                decision.messages.append(
                    Outgoing(
                        to: .room(incoming.room),
                        Phrase(
                            "cohorts.hello-room",
                            ["new": .code("/cohort new"), "attach": .code("/cohort attach")])))
            }
            return decision.isRead && decision.messages.isEmpty ? nil : decision
        case .text, .command, .press, .edited:
            return nil
        }
    }
}
