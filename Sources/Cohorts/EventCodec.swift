package import Chat
import JSONLine

/// Events and owed messages as the JSON that stands in the journal.
///
/// `d` is a list of one-key objects, `[{"reminder.fired":{"id":"r7f"}}]`; `out` is the list of owed messages.
/// Keys are sorted, dates are RFC 3339 in whole seconds UTC. It holds nothing that changes, so that a journal can be
/// read on every core at once.
package struct EventCodec: Sendable {
    private let encoder = JSONLineEncoder()
    private let decoder = JSONLineDecoder()

    package init() {}

    /// Every kind of event that a journal may hold.
    private static let kinds: [String: any Event.Type] = {
        let all: [any Event.Type] =
            PeopleEvents.all + RemindingEvents.all + CohortEvents.all + DeadlineEvents.all
            + ReminderEvents.all
            + ReviewEvents.all + ForumEvents.all + MessageEvents.all + JobEvents.all
            + ErasureEvents.all + BacklogEvents.all + WaitingEvents.all + BuddyEvents.all
        return Dictionary(all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    package static var knownKinds: [String] { kinds.keys.sorted() }

    package func encode(_ events: [any Event]) throws -> [UInt8] {
        if let line = FiredBytes.line(events) { return line }
        return try encoder.encodeList { list in
            for event in events { try list.add(type(of: event).kind, event) }
        }
    }

    package func encode(_ owed: [Outgoing]) throws -> [UInt8] {
        try OutgoingBytes.line(owed) ?? encoder.encode(owed)
    }

    /// An entity as a line of a snapshot, `{"deadline":{"id":"d7f",…}}`.
    package func encode<Kind: Entity>(entity: Kind) throws -> [UInt8] {
        try encoder.encode(tag: Kind.kind, entity)
    }

    /// - Throws: `DecodingError` for an unknown kind or shape.
    package func decodeEntity(_ line: UnsafeRawBufferPointer) throws -> any Entity {
        try decoder.decodeTagged(from: line) { tagged in
            guard let kind = Entities.kinds[tagged.tag] else { throw tagged.isUnknown }
            return try tagged.decode(kind)
        }
    }

    /// One value on one line.
    package func encode(line value: some Encodable) throws -> [UInt8] { try encoder.encode(value) }

    /// - Throws: `DecodingError` for an unknown kind or shape: a journal of a newer program.
    package func decodeEvents(_ json: [UInt8]) throws -> [any Event] {
        try decoder.decodeList(from: json) { tagged in
            guard let kind = Self.kinds[tagged.tag] else { throw tagged.isUnknown }
            return try tagged.decode(kind)
        }
    }

    package func decodeOwed(_ json: [UInt8]) throws -> [Outgoing] {
        try decoder.decode([Outgoing].self, from: json)
    }
}
