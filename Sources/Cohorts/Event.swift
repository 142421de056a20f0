/// One fact that changed the world; the only way state changes.
///
/// ```swift
/// struct ReminderFired: Event {
///     static let kind = "reminder.fired"
///     let id: ShortID
///     func apply(to world: inout World) { world.reminders[id]?.state = .fired }
/// }
/// ```
/// An event is its own journal format. Once released it is never changed in place: a new shape is a new kind
/// (`reminder.added/2`), and the old type stays to read old journals. A new event stands in `EventCodec.kinds`.
///
/// `apply` is total: what names something unknown changes nothing, so any prefix of any journal loads.
package protocol Event: Codable, Hashable, Sendable {
    /// The name in the journal: `noun.verb`, never used for anything else again.
    static var kind: String { get }

    func apply(to world: inout World)
}
