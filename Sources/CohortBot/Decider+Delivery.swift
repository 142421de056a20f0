package import Chat
import Cohorts
import Commands
import Dates
package import Delivery
import FoundationEssentials
import HashTreeCollections
import Logging
import Texts

extension Decider: Directory {
    package func receivers(of messages: [Outgoing]) async -> [Receiver?] {
        messages.map(receiver)
    }

    private func receiver(of message: Outgoing) -> Receiver? {
        switch message.to {
        case .room(let room):
            guard !world.closedRooms.contains(room.wholeChat) else { return nil }
            return receiver(in: room, message.reader)
        case .person(let id, _):
            // Nobody has to have opened a private chat to be answered beside the room where they asked.
            if let aside = message.aside {
                return receiver(in: aside, message.reader ?? id, isAside: true)
            }
            guard let room = world.people[id]?.privateRoom,
                !world.closedRooms.contains(room.wholeChat)
            else { return nil }
            return receiver(in: room, message.reader ?? id)
        }
    }

    private func receiver(
        in room: RoomAddress, _ reader: PersonID?, isAside: Bool = false
    ) -> Receiver {
        let person = reader.flatMap { world.people[$0] }
        let ofRoom = world.cohort(of: room).flatMap { world.cohorts[$0] }
        let own = person.flatMap { person in
            (person.currentCohort ?? world.cohorts(of: person.id).first?.id)
                .flatMap { world.cohorts[$0] }
        }
        let cohort = ofRoom ?? own
        let zones = knowledge.dates.zones
        let zone = (person?.zone ?? cohort?.zone).flatMap { zones.zone(named: $0) } ?? .utc
        let isPrivate = isAside || person?.privateRoom == room
        return Receiver(
            room: room, isGroup: !isPrivate,
            reader: Reader(language: person?.language ?? cohort?.language ?? "en", zone: zone),
            name: person.flatMap { person in
                person.accounts.first { $0.platform == room.platform.service }
                    .map { .mention($0, name: person.name) }
            })
    }
}

extension Decider: SentLog {
    package func sent(_ messages: [Sent]) async {
        let owed = messages.filter { ledger.world.owed[$0.key] != nil }
        guard !owed.isEmpty else { return }
        record(owed.map { MessageSent(key: $0.key, message: $0.messageID) })
    }

    package func caughtUp() async { _ = await synced() }

    package func undeliverable(key: String, reason: Undelivered) async {
        guard world.owed[key] != nil else { return }
        logger.warning(
            "message.undeliverable", metadata: ["key": "\(key)", "reason": "\(reason)"])
        record([MessageGivenUp(key: key, reason: "\(reason)")])
    }

    /// Kept until its reader opens a private chat; what is of no use by then is given up.
    package func waits(_ owed: Owed) async {
        guard case .person(let person, _) = owed.outgoing.to else { return }
        let waiting = WaitingMessage(
            key: owed.key, person: person, message: owed.outgoing, since: now)
        guard world.people[person] != nil, waiting.isWanted(at: now) else {
            if owed.isDurable { await undeliverable(key: owed.key, reason: .unknownReceiver) }
            return
        }
        record([MessageWaits(waiting: waiting)])
        // The question it answers is confirmed next, and would not come again.
        if !owed.isDurable { _ = await synced() }
    }

    package func blocked(room: RoomAddress) async {
        guard !world.closedRooms.contains(room.wholeChat) else { return }
        record([RoomClosed(room: room, isClosed: true)])
    }

    package func moved(from: RoomAddress, to: RoomAddress) async {
        record([RoomMoved(from: from, to: to)])
    }

    /// Enters what became of a message; it reaches the disk with the next group, and no lane waits for it.
    ///
    /// The group is asked for at once: what is sent and not recorded when the process is killed is sent again.
    func record(_ events: [any Event]) {
        do throws(Ledger.Failure) {
            _ = try enter(Decision(kind: "sent", events: events), cause: nil, at: now)
            recordings.yield()
        } catch {
            // Recorded when the disk is well again; if the process ends before, sent twice at most once.
            unrecorded += events
        }
    }
}
