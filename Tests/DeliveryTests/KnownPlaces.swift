import Chat
import Dates
import Delivery
import Synchronization
import Texts

/// A directory in which every room exists and persons are where a test put them.
final class KnownPlaces: Directory {
    private let persons = Mutex<[PersonID: Receiver]>([:])

    /// Moves a person, or makes them unreachable in private.
    func put(_ person: String, in room: String?, language: String = "en") {
        let receiver = room.flatMap(RoomAddress.init).map { room in
            Receiver(room: room, isGroup: false, reader: Reader(language: language, zone: .utc))
        }
        persons.withLock { $0[PersonID(rawValue: person)] = receiver }
    }

    func receivers(of messages: [Outgoing]) async -> [Receiver?] {
        messages.map { message in
            switch message.to {
            case .room(let room):
                Receiver(
                    room: room, isGroup: room.chat.hasPrefix("-"),
                    reader: Reader(language: "en", zone: .utc),
                    name: message.reader.map {
                        .mention(Account(room.platform, $0.rawValue), name: $0.rawValue)
                    })
            case .person(let person, _): persons.withLock { $0[person] }
            }
        }
    }
}
