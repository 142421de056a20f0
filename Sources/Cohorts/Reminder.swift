package import Chat
package import FoundationEssentials

/// Something one person wants to be told at a moment.
package struct Reminder: Hashable, Codable, Sendable {
    package let id: ShortID
    package internal(set) var person: PersonID
    /// Their words; never shown to anyone else.
    package var text: String
    /// When it comes; of a repeating one, the moment of the series.
    package var at: Date
    /// Where it was asked for. The reminder itself comes in private; here only where no private chat is open.
    package var room: RoomAddress
    package let addedAt: Date
    package var state: State
    /// Whether the clock on the wall was meant ("tomorrow 5pm"): then it moves when its person moves to another zone.
    package var followsClock: Bool?
    /// When it went out or was deleted.
    package var endedAt: Date?
    package var repeats: Boxed<Repetition>?
    /// When the last one of a repeating reminder comes again: snoozed, or postponed by quiet hours.
    package var again: Boxed<Date>?
    /// What it was before it was last changed.
    package var former: Boxed<Former>?

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
        package let repeats: Boxed<Repetition>?
    }

    /// When it comes next, while it waits.
    package var next: Date { again.map { min($0.value, at) } ?? at }

    package var isRepeating: Bool { repeats != nil }

    /// So long after its end a reminder can still be snoozed or restored, in seconds; then it is forgotten.
    package static let remembered = 7 * 86_400.0
}
