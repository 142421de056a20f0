import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// What a calendar file of a learning platform would change among a cohort's deadlines; nothing is changed yet.
///
/// An entry is known by its UID (and, of a series, its moment). One that was added by hand under the same name for the
/// same moment is taken for the same, so that an import doubles nothing. What the file no longer has is only reported: a
/// feed may be cut off at its term. What a moderator took away stays away.
struct CalendarTakeover {
    struct Change {
        let before: Deadline
        let after: Deadline

        var isMoved: Bool { before.dueAt != after.dueAt }
    }

    private(set) var new: [Deadline] = []
    private(set) var changed: [Change] = []
    /// What the file calls off, or a series of it no longer has.
    private(set) var cancelled: [Deadline] = []
    /// What the file does not have any more; left as it is.
    private(set) var gone: [Deadline] = []
    /// What was added by hand and is in the file too; from now on known by it.
    private(set) var adopted: [Deadline] = []
    private(set) var unchanged = 0
    /// How many entries were due before now.
    private(set) var over = 0
    /// How many new ones are more than one import takes; the soonest are taken.
    private(set) var leftOut = 0
    private(set) var faults: [CalendarFault] = []

    /// One import adds no more than this.
    static let mostNew = 300
    /// So many moments of a series are taken at once.
    static let mostOfSeries = 30

    private let usualLeads: [Int]
    private let now: Date

    init(_ whole: CalendarFile, in cohort: Cohort, _ call: Call, _ world: World) {
        now = call.now
        usualLeads = cohort.leads
        let file = whole.occurrences(after: now, limit: Self.mostOfSeries)
        let own = world.deadlines.values.filter { $0.cohort == cohort.id && $0.dueAt > call.now }
            .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        let byKey = Dictionary(
            own.compactMap { deadline in deadline.origin.map { ($0.key, deadline) } }
        ) { $1 }
        let diff = CalendarDiff(file, known: byKey.values.compactMap(CalendarDiff.Known.init))
        faults = diff.faults
        add(diff.new, by: call, to: cohort, world, byHand: own.filter { $0.origin == nil })
        for change in diff.changed {
            guard let before = byKey[change.known.key], !before.isCancelled else { continue }
            changed.append(Change(before: before, after: before.following(change.event)))
        }
        cancelled = diff.cancelled.compactMap { byKey[$0.known.key] }.filter { !$0.isCancelled }
        unchanged = diff.unchanged.count + diff.outdated.count
        let series = whole.seriesUIDs
        for known in diff.gone {
            guard let deadline = byKey[known.key], !deadline.isCancelled else { continue }
            // The series is in the file, and this moment is none of it any more.
            let isDropped = known.key.moment != nil && series.contains(known.key.uid)
            if isDropped { cancelled.append(deadline) } else { gone.append(deadline) }
        }
        changed.sort { ($0.after.dueAt, $0.after.id) < ($1.after.dueAt, $1.after.id) }
        cancelled.sort { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        gone.sort { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
    }

    private mutating func add(
        _ events: [CalendarEvent], by call: Call, to cohort: Cohort, _ world: World,
        byHand: [Deadline]
    ) {
        let ahead = events.filter { $0.due > now && !$0.summary.trimmed.isEmpty }
            .sorted { ($0.due, $0.line) < ($1.due, $1.line) }
        over = events.count { $0.due <= now }
        faults += events.filter { $0.due > now && $0.summary.trimmed.isEmpty }.map {
            CalendarFault(line: $0.line, reason: .missing(property: "SUMMARY"))
        }
        var byHand = byHand
        for event in ahead {
            let title = Deadline.title(of: event)
            let twin = byHand.firstIndex { $0.dueAt == event.due && $0.title == title }
            if let twin {
                var deadline = byHand.remove(at: twin)
                deadline.origin = Deadline.Origin(event)
                adopted.append(deadline)
                continue
            }
            guard new.count < Self.mostNew else {
                leftOut += 1
                continue
            }
            let id = ShortID(.deadline, world.nextNumber + new.count)
            var deadline = Deadline(
                id: id, cohort: cohort.id, title: title, kind: Deadline.Kind(title: title),
                dueAt: event.due, addedBy: call.caller.person, addedAt: now)
            deadline = deadline.following(event)
            deadline.remindedLeads = pastLeads(of: deadline)
            new.append(deadline)
        }
    }

    private func pastLeads(of deadline: Deadline) -> Set<Int> {
        Set(
            (deadline.leads ?? usualLeads).filter {
                deadline.dueAt.addingTimeInterval(-Double($0)) <= now
            })
    }

    /// Whether there is nothing to take over.
    var isEmpty: Bool { new.isEmpty && changed.isEmpty && cancelled.isEmpty }

    /// What makes it come true; what was added by hand and is in the file is noted even where nothing else changes.
    func events(firstNumber: Int) -> [any Event] {
        var events: [any Event] = new.enumerated().map {
            DeadlineAdded(deadline: $0.element, number: firstNumber + $0.offset)
        }
        events += adopted.map { DeadlineDetailed(id: $0.id, origin: $0.origin) }
        for change in changed {
            let (before, after) = (change.before, change.after)
            events.append(
                DeadlineDetailed(
                    id: after.id, title: before.title == after.title ? nil : after.title,
                    link: before.link == after.link ? nil : after.link ?? "", origin: after.origin)
            )
            guard change.isMoved else { continue }
            events.append(
                DeadlineMoved(
                    id: after.id, dueAt: after.dueAt, pastLeads: pastLeads(of: after), at: now))
        }
        return events + cancelled.map { DeadlineCancelled(id: $0.id, isCancelled: true) }
    }
}

extension Deadline {
    fileprivate static func title(of event: CalendarEvent) -> String {
        String(event.summary.trimmed.prefix(120))
    }

    /// This deadline as an entry of a file says it.
    fileprivate func following(_ event: CalendarEvent) -> Deadline {
        var deadline = self
        deadline.title = Self.title(of: event)
        deadline.dueAt = event.due
        deadline.link = event.link
        deadline.origin = Origin(event)
        return deadline
    }
}

extension CalendarEvent {
    /// Where it leads, if a browser could go there.
    fileprivate var link: String? {
        let isWeb = url.hasPrefix("https://") || url.hasPrefix("http://")
        return isWeb && url.utf8.count <= 500 && !url.contains(where: \.isWhitespace) ? url : nil
    }
}

extension CalendarDiff.Known {
    fileprivate init?(_ deadline: Deadline) {
        guard let origin = deadline.origin else { return nil }
        self.init(
            key: origin.key, sequence: origin.sequence, lastModified: origin.modified,
            summary: deadline.title, url: deadline.link ?? "", due: deadline.dueAt)
    }
}

extension Deadline.Origin {
    fileprivate init(_ event: CalendarEvent) {
        let moment = event.recurrenceID.map {
            "\n\(Int($0.date.timeIntervalSince1970.rounded()))"
        }
        self.init(
            uid: event.uid + (moment ?? ""), sequence: event.sequence, modified: event.lastModified)
    }

    /// A series' entry has its moment behind a line break, which no UID holds.
    fileprivate var key: CalendarKey {
        let parts = uid.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let moment = parts.count == 2 ? Double(parts[1]) : nil
        return CalendarKey(
            uid: moment == nil ? uid : String(parts[0]),
            moment: moment.map { Date(timeIntervalSince1970: $0) })
    }
}
