import FoundationEssentials

/// One of Discord's ids, which holds the moment at which it was made.
enum Snowflake {
    /// Seconds since 1970; nil for what is no id.
    static func moment(of id: String) -> Double? {
        guard let number = UInt64(id) else { return nil }
        return Double((number >> 22) + 1_420_070_400_000) / 1_000
    }

    /// The least id of a moment in seconds since 1970.
    static func id(at moment: Double) -> String {
        let milliseconds = max(0, moment * 1_000 - 1_420_070_400_000)
        return String(UInt64(min(milliseconds, 4e12)) << 22)
    }

    /// The later of two ids; what is no id is earlier than any.
    static func later(_ a: String?, _ b: String?) -> String? {
        (UInt64(a ?? "") ?? 0) >= (UInt64(b ?? "") ?? 0) ? a : b
    }
}

/// How old events are when they come, by a clock that need not be right.
///
/// The shortest way an event ever took is taken for no time at all; what another takes beyond it is its age.
struct EventAge: Hashable, Sendable {
    private var least: Double?
    private var measured = 0

    /// - Returns: the age in seconds. Replayed events say nothing about the way.
    mutating func age(of id: String, isReplay: Bool, at now: Double) -> Double {
        guard let moment = Snowflake.moment(of: id) else { return 0 }
        let taken = now - moment
        if !isReplay {
            measured += 1
            // Clocks drift and are set: now and then the shortest way is measured anew.
            least = measured % 500 == 1 ? taken : Swift.min(least ?? taken, taken)
        }
        return Swift.max(0, taken - (least ?? 0))
    }
}
