import HashTreeCollections

package enum BacklogEvents {
    static let all: [any Event.Type] = [
        BacklogHeld.self, BacklogAsked.self, BacklogSettled.self,
    ]
}

/// Something that was typed while the bot was away waits for a word of whoever typed it.
package struct BacklogHeld: Event {
    package static let kind = "backlog.held"
    package let place: Question.Place
    package let message: HeldMessage

    package init(place: Question.Place, message: HeldMessage) {
        self.place = place
        self.message = message
    }

    package func apply(to world: inout World) {
        guard world.people[place.person] != nil else { return }
        var backlog = world.backlogs[place] ?? Backlog(place: place)
        // An edit of what is held already takes its place.
        if let id = message.message,
            let index = backlog.held.firstIndex(where: { $0.message == id })
        {
            backlog.held[index] = message
        } else {
            backlog.held.append(message)
        }
        backlog.isAsked = false
        world.backlogs[place] = backlog
    }
}

/// They were asked whether they still want what is held.
package struct BacklogAsked: Event {
    package static let kind = "backlog.asked"
    package let place: Question.Place

    package init(place: Question.Place) { self.place = place }

    package func apply(to world: inout World) { world.backlogs[place]?.isAsked = true }
}

/// It was done or dropped; nothing is held any more.
package struct BacklogSettled: Event {
    package static let kind = "backlog.settled"
    package let place: Question.Place

    package init(place: Question.Place) { self.place = place }

    package func apply(to world: inout World) { world.backlogs[place] = nil }
}
