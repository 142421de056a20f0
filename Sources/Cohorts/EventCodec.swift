package import Chat
package import FoundationEssentials

/// Events and owed messages as the JSON that stands in the journal.
///
/// `d` is a list of one-key objects, `[{"reminder.fired":{"id":"r7f"}}]`; `out` is the list of owed messages.
/// Keys are sorted, dates are RFC 3339 in whole seconds UTC.
package struct EventCodec {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    package init() {
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        decoder.dateDecodingStrategy = .iso8601
    }

    /// Every kind of event that a journal may hold.
    private static let kinds: [String: any Event.Type] = {
        let all: [any Event.Type] =
            PeopleEvents.all + CohortEvents.all + DeadlineEvents.all + ReminderEvents.all
            + ReviewEvents.all + ForumEvents.all + MessageEvents.all + JobEvents.all
        return Dictionary(all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }()

    package static var knownKinds: [String] { kinds.keys.sorted() }

    package func encode(_ events: [any Event]) throws -> Data {
        try encoder.encode(events.map(Tagged.init))
    }

    package func encode(_ owed: [Outgoing]) throws -> Data { try encoder.encode(owed) }

    /// One entity or other value on one line.
    package func encode(line value: some Encodable) throws -> Data { try encoder.encode(value) }

    /// - Throws: `DecodingError` for an unknown kind or shape: a journal of a newer program.
    package func decodeEvents(_ json: Data) throws -> [any Event] {
        try decoder.decode([Tagged].self, from: json).map(\.event)
    }

    package func decodeOwed(_ json: Data) throws -> [Outgoing] {
        try decoder.decode([Outgoing].self, from: json)
    }

    /// An event under its kind.
    private struct Tagged: Codable {
        let event: any Event

        init(_ event: any Event) { self.event = event }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: Name.self)
            guard let name = box.allKeys.first, let type = EventCodec.kinds[name.stringValue] else {
                let names = box.allKeys.map(\.stringValue).joined(separator: ", ")
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "no event is called '\(names)'"))
            }
            event = try box.decode(type, forKey: name)
        }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Name.self)
            try box.encode(event, forKey: Name(stringValue: type(of: event).kind))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
