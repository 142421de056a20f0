import HashTreeCollections
package import Chat

package enum RoomEvents {
    static let all: [any Event.Type] = [
        RoomBound.self, RoomUnbound.self, RoomClosed.self, RoomMoved.self, InvitationMade.self,
        InvitationUsed.self,
    ]
}

/// A room now belongs to a cohort.
package struct RoomBound: Event {
    package static let kind = "room.bound"
    package let room: RoomAddress
    package let cohort: CohortID
    package let title: String

    package init(room: RoomAddress, cohort: CohortID, title: String) {
        self.room = room
        self.cohort = cohort
        self.title = title
    }

    package func apply(to world: inout World) {
        world.rooms[room] = BoundRoom(cohort: cohort, title: title)
        world.closedRooms.remove(room.wholeChat)
    }
}

/// A room no longer belongs to a cohort; its people keep theirs.
package struct RoomUnbound: Event {
    package static let kind = "room.unbound"
    package let room: RoomAddress

    package init(room: RoomAddress) { self.room = room }

    package func apply(to world: inout World) { world.rooms[room] = nil }
}

/// The room takes no more messages from the bot, until it is added or written to again.
package struct RoomClosed: Event {
    package static let kind = "room.closed"
    package let room: RoomAddress
    package let isClosed: Bool

    package init(room: RoomAddress, isClosed: Bool) {
        self.room = room
        self.isClosed = isClosed
    }

    package func apply(to world: inout World) {
        if isClosed {
            world.closedRooms.insert(room.wholeChat)
            reachElsewhere(&world)
        } else {
            world.closedRooms.remove(room.wholeChat)
        }
    }
}

extension RoomClosed {
    /// Whoever has a private room on another service is reached there.
    private func reachElsewhere(_ world: inout World) {
        for person in world.people.values where person.privateRoom?.wholeChat == room.wholeChat {
            guard let other = person.otherRoom, !world.closedRooms.contains(other.wholeChat) else {
                continue
            }
            world.people[person.id]?.reached(in: other)
        }
    }
}

/// A chat has a new address, everywhere at once.
package struct RoomMoved: Event {
    package static let kind = "room.moved"
    package let from: RoomAddress
    package let to: RoomAddress

    package init(from: RoomAddress, to: RoomAddress) {
        self.from = from
        self.to = to
    }

    package func apply(to world: inout World) {
        for (room, bound) in world.rooms where room.wholeChat == from.wholeChat {
            world.rooms[room] = nil
            world.rooms[moved(room)] = bound
        }
        for (key, message) in world.owed {
            if case .room(let room) = message.to, room.wholeChat == from.wholeChat {
                world.owed[key]?.to = .room(moved(room))
            }
            if case .person(let person, let room?) = message.to, room.wholeChat == from.wholeChat {
                world.owed[key]?.to = .person(person, fallback: moved(room))
            }
        }
        for (reader, messages) in world.waiting {
            for (index, waiting) in messages.enumerated() {
                guard case .person(let person, let room?) = waiting.message.to,
                    room.wholeChat == from.wholeChat
                else { continue }
                world.waiting[reader]?[index].message.to = .person(person, fallback: moved(room))
            }
        }
        for job in world.jobs.values where job.room.wholeChat == from.wholeChat {
            world.jobs[job.id]?.room = moved(job.room)
        }
        for reminder in world.reminders.values where reminder.room.wholeChat == from.wholeChat {
            world.reminders[reminder.id]?.room = moved(reminder.room)
        }
        for thread in world.threads.values {
            guard let room = thread.room, room.wholeChat == from.wholeChat else { continue }
            world.threads[thread.id]?.room = moved(room)
        }
        for person in world.people.values where person.privateRoom?.wholeChat == from.wholeChat {
            world.people[person.id]?.privateRoom = person.privateRoom.map(moved)
        }
        // Message ids start anew in the new chat, so nothing there can be answered as a reply.
        for backlog in world.backlogs.values where backlog.room.wholeChat == from.wholeChat {
            world.backlogs[backlog.place] = nil
            let place = Question.Place(person: backlog.person, room: moved(backlog.room))
            world.backlogs[place] = Backlog(place: place, held: backlog.held)
        }
        // An open question is asked about in the old chat; its answer would never be recognised.
        for place in world.questions.keys where place.room.wholeChat == from.wholeChat {
            world.questions[place] = nil
        }
    }

    private func moved(_ room: RoomAddress) -> RoomAddress {
        RoomAddress(to.platform, to.chat, topic: room.topic)
    }
}

package struct InvitationMade: Event {
    package static let kind = "invitation.made"
    package let invitation: Invitation

    package init(invitation: Invitation) { self.invitation = invitation }

    package func apply(to world: inout World) {
        world.invitations[invitation.code] = invitation
    }
}

package struct InvitationUsed: Event {
    package static let kind = "invitation.used"
    package let code: String

    package init(code: String) { self.code = code }

    package func apply(to world: inout World) { world.invitations[code] = nil }
}
