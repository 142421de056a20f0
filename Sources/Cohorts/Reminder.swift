package import Chat
package import FoundationEssentials

/// Something one person wants to be told at a moment.
package struct Reminder: Hashable, Sendable {
    package let id: ShortID
    package internal(set) var person: PersonID
    /// Their words; never shown to anyone else.
    package var text: String
    /// When it comes; of a repeating one, the moment of the series.
    package var at: Date
    /// Where it was asked for. The reminder itself comes in private; here only where no private chat is open.
    package var room: RoomAddress
    package let addedAt: Date
    private var rare: Boxed?
    package var state: State
    /// Whether the clock on the wall was meant ("tomorrow 5pm"): then it moves when its person moves to another zone.
    package var followsClock: Bool?

    package init(
        id: ShortID, person: PersonID, text: String, at: Date, room: RoomAddress, addedAt: Date
    ) {
        self.id = id
        self.person = person
        self.text = text
        self.at = at
        self.room = room
        self.addedAt = addedAt
        self.state = .waiting
    }

    package enum State: String, Codable, Sendable {
        case waiting, fired, deleted
    }

    /// What can be changed about a reminder, as it was.
    package struct Former: Hashable, Codable, Sendable {
        package let text: String
        package let at: Date
        package let followsClock: Bool?
        package let repeats: Repetition?
    }

    /// When it comes next, while it waits.
    package var next: Date { again.map { min($0, at) } ?? at }

    package var isRepeating: Bool { repeats != nil }

    /// So long after its end a reminder can still be snoozed or restored, in seconds; then it is forgotten.
    package static let remembered = 7 * 86_400.0
}

// What most reminders do not have takes one word in each: a million of them wait.
extension Reminder {
    private struct Rare: Hashable, Sendable {
        var endedAt: Date?
        var repeats: Repetition?
        var again: Date?
        var former: Former?
    }

    private indirect enum Boxed: Hashable, Sendable {
        case value(Rare)

        init(_ value: Rare) { self = .value(value) }

        var value: Rare {
            switch self {
            case .value(let value): value
            }
        }
    }

    /// When it went out or was deleted.
    package var endedAt: Date? {
        get { rare?.value.endedAt }
        set { change { $0.endedAt = newValue } }
    }

    package var repeats: Repetition? {
        get { rare?.value.repeats }
        set { change { $0.repeats = newValue } }
    }

    /// When the last one of a repeating reminder comes again: snoozed, or postponed by quiet hours.
    package var again: Date? {
        get { rare?.value.again }
        set { change { $0.again = newValue } }
    }

    /// What it was before it was last changed.
    package var former: Former? {
        get { rare?.value.former }
        set { change { $0.former = newValue } }
    }

    private mutating func change(_ change: (inout Rare) -> Void) {
        let before = rare?.value ?? Rare()
        var after = before
        change(&after)
        if after != before { rare = after == Rare() ? nil : Boxed(after) }
    }
}

extension Reminder: Codable {
    private enum Key: String, CodingKey {
        case id, person, text, at, room, addedAt, state, followsClock, endedAt, repeats, again
        case former
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try box.decode(ShortID.self, forKey: .id),
            person: try box.decode(PersonID.self, forKey: .person),
            text: try box.decode(String.self, forKey: .text),
            at: try box.decode(Date.self, forKey: .at),
            room: try box.decode(RoomAddress.self, forKey: .room),
            addedAt: try box.decode(Date.self, forKey: .addedAt))
        state = try box.decode(State.self, forKey: .state)
        followsClock = try box.decodeIfPresent(Bool.self, forKey: .followsClock)
        let rare = Rare(
            endedAt: try box.decodeIfPresent(Date.self, forKey: .endedAt),
            repeats: try box.decodeIfPresent(Repetition.self, forKey: .repeats),
            again: try box.decodeIfPresent(Date.self, forKey: .again),
            former: try box.decodeIfPresent(Former.self, forKey: .former))
        if rare != Rare() { self.rare = Boxed(rare) }
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Key.self)
        try box.encode(id, forKey: .id)
        try box.encode(person, forKey: .person)
        try box.encode(text, forKey: .text)
        try box.encode(at, forKey: .at)
        try box.encode(room, forKey: .room)
        try box.encode(addedAt, forKey: .addedAt)
        try box.encode(state, forKey: .state)
        try box.encodeIfPresent(followsClock, forKey: .followsClock)
        guard let rare = rare?.value else { return }
        try box.encodeIfPresent(rare.endedAt, forKey: .endedAt)
        try box.encodeIfPresent(rare.repeats, forKey: .repeats)
        try box.encodeIfPresent(rare.again, forKey: .again)
        try box.encodeIfPresent(rare.former, forKey: .former)
    }
}
