package import Dates
package import FoundationEssentials

/// When one learner is to be told of one deadline: a rule over lead times, what was decided, and quiet hours.
///
/// A value without a clock: it is asked for its next step at a moment, and whoever carries the step out says so in
/// `decided`. A reminder may be moved by quiet hours; it is never dropped, and never moved past its deadline.
package struct LeadPlan: Hashable, Sendable {
    package var due: Date
    /// Seconds before the deadline.
    package var leads: [Int]
    /// Leads whose reminder was decided: told, postponed, or told early.
    package var decided: Set<Int>
    /// What lay before this moment is not caught up with: the deadline or its leads were set then.
    package var since: Date
    package var quiet: QuietHours
    package var zone: Zone

    package init(
        due: Date, leads: [Int], decided: Set<Int>, since: Date, quiet: QuietHours, zone: Zone
    ) {
        self.due = due
        self.leads = leads
        self.decided = decided
        self.since = since
        self.quiet = quiet
        self.zone = zone
    }

    package enum Step: Hashable, Sendable {
        case nothing
        /// Now; `nominal` is when it was meant to be.
        case tell(Set<Int>, nominal: Date)
        /// Later, for these leads.
        case postpone(Set<Int>, until: Date)
        /// The deadline has passed and these were not told.
        case missed(Set<Int>, nominal: Date)
    }

    /// So long before quiet hours comes what could only come in them, in seconds.
    package static let before = 300.0
    /// A window of quiet hours that covers a deadline begins at most this long before it, in seconds.
    package static let look = 86_400.0 + before

    package func step(at now: Date) -> Step {
        let open = leads.filter { !decided.contains($0) && moment(of: $0) > since }
        let passed = open.filter { moment(of: $0) <= now }
        if let last = passed.min() {
            let leads = Set(passed)
            if due <= now { return .missed(leads, nominal: moment(of: last)) }
            // At the end of quiet hours, unless the deadline is before that: then at once, rather than never.
            if let window = quiet.window(around: now, in: zone), window.end < due {
                return .postpone(leads, until: window.end)
            }
            return .tell(leads, nominal: moment(of: last))
        }
        return early(open, now)
    }

    /// Leads that fall into quiet hours which end after the deadline come just before these begin.
    private func early(_ open: [Int], _ now: Date) -> Step {
        guard due > now, now >= due.addingTimeInterval(-Self.look) else { return .nothing }
        for lead in open.sorted(by: >) {
            guard let window = quiet.window(around: moment(of: lead), in: zone), window.end >= due,
                now < window.start
            else { continue }
            let covered = Set(open.filter { moment(of: $0) >= window.start })
            let at = window.start.addingTimeInterval(-Self.before)
            return at <= now ? .tell(covered, nominal: now) : .postpone(covered, until: at)
        }
        return .nothing
    }

    /// The moments at which a next step may be due.
    package var looks: [Date] {
        leads.filter { !decided.contains($0) }.map(moment) + [due.addingTimeInterval(-Self.look)]
    }

    private func moment(of lead: Int) -> Date { due.addingTimeInterval(-Double(lead)) }
}
