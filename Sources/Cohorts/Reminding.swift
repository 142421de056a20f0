package import FoundationEssentials

/// How one person wants to be reminded; what is nil is as the cohort has it.
package struct Reminding: Hashable, Codable, Sendable {
    /// Their own lead times, in seconds, longest first; empty: none at all.
    package var leads: [Int]?
    /// When they last changed what they are told: moments before it are not caught up with.
    package var since: Date?
    package var quiet: QuietHours?
    package var digest: Digest?
    /// When their next digest comes.
    package var digestAt: Date?
    /// Whether they may be called by name in a cohort's room while no private message reaches them.
    package var mayMention: Bool?

    package init() {}
}

/// One message in place of many: what is ahead, once a day or once a week.
package struct Digest: Hashable, Codable, Sendable {
    package let every: Every
    /// Minutes from midnight on the person's clocks.
    package let minute: Int

    package init(every: Every, minute: Int) {
        self.every = every
        self.minute = minute
    }

    package enum Every: String, Codable, CaseIterable, Sendable {
        case off, daily, weekly
    }

    /// The last reminder of a deadline comes by itself all the same: leads up to this, in seconds.
    package static let longestSingleLead = 12 * 3_600
}
