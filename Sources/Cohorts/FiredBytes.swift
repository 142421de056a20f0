import JSONLine

/// The events of a minute in which reminders fall due as JSON by hand: the bytes of their `Codable` form at a fifth of its
/// cost, since there may be ten thousand.
enum FiredBytes {
    /// The bytes of one of them.
    private static let usual = 64

    /// Nil where something else happened as well, or the slow way has to say what is wrong.
    static func line(_ events: [any Event]) -> [UInt8]? {
        guard events.count > 1 else { return nil }
        var json = JSONBytes(capacity: events.count * usual)
        for (index, event) in events.enumerated() {
            guard let fired = event as? ReminderFired, let at = fired.at else { return nil }
            json.put(index == 0 ? "[" : ",")
            json.put("{\"reminder.fired\":{\"at\":")
            guard json.put(date: at) else { return nil }
            json.put(",\"id\":")
            json.put(text: fired.id.rawValue)
            json.put("}}")
        }
        json.put("]")
        return json.line
    }
}
