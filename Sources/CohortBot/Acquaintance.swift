import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections

/// What a message tells about its sender, beside what it asks: a new person, a new name, a private chat that is open.
struct Acquaintance {
    private let incoming: Incoming
    private let world: World
    private let now: Date
    private let known: Person?

    init(_ incoming: Incoming, world: World, now: Date) {
        self.incoming = incoming
        self.world = world
        self.now = now
        known = world.person(incoming.sender.account)
    }

    /// What is kept although nothing else is: that somebody can be reached in private, or a chat writes again.
    var onArrival: [any Event] {
        guard isSomebody else { return [] }
        var events: [any Event] = []
        if world.closedRooms.contains(incoming.room.wholeChat) {
            events.append(RoomClosed(room: incoming.room, isClosed: false))
        }
        if let room = privateRoom, room != known?.privateRoom {
            if known == nil { events.append(meeting) }
            events.append(PrivateRoomOpened(id: known?.id ?? world.nextPerson, room: room))
        }
        if incoming.place.isPrivate, let known, world.waiting[known.id] != nil {
            events.append(WaitingReleased(person: known.id, at: now))
        }
        return events
    }

    /// Where this message shows that they can be reached: the private chat it came in, or, where none is known yet,
    /// the one that a platform which answers aside has with everybody.
    private var privateRoom: RoomAddress? {
        if incoming.place.isPrivate { return incoming.room }
        return known?.privateRoom ?? incoming.aside?.wholeChat
    }

    /// What comes before a decision's own events: people are kept from the first thing they do that is.
    func events(before decision: Decision) -> [any Event] {
        var events = onArrival
        guard isSomebody else { return events }
        // Also whoever is to be answered in private: the answer may have to wait for them.
        let isKept = !decision.isRead || decision.messages.contains(where: isToThem)
        let needsPerson = isKept && !events.contains { $0 is PersonMet }
        if known == nil, needsPerson { events.insert(meeting, at: 0) }
        if let known, !decision.isRead, known.name != incoming.sender.name {
            events.append(PersonRenamed(id: known.id, name: incoming.sender.name))
        }
        return events
    }

    private func isToThem(_ message: Outgoing) -> Bool {
        if case .person(world.nextPerson, _) = message.to { return true }
        return false
    }

    /// Changes of rooms come from the platform; a person's first contact is something they typed or pressed.
    private var isSomebody: Bool {
        switch incoming.content {
        case .text, .command, .press, .edited: true
        case .botAdded, .botRemoved, .moved: false
        }
    }

    private var meeting: PersonMet {
        PersonMet(
            id: world.nextPerson, account: incoming.sender.account, name: incoming.sender.name,
            language: incoming.sender.language, at: now, number: world.nextNumber)
    }
}
