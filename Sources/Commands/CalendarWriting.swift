import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// A cohort's deadlines as entries of a calendar file, for one learner or for all.
///
/// An entry keeps its UID through moves, extensions and new exports, so that a program that reads the next file changes
/// what it has. What was taken away is written as called off for as long as it would be ahead.
struct CalendarWriting {
    private let person: PersonID?
    private let zones: ZoneDatabase
    private let now: Date
    private let world: World

    /// So many moments of a series are written; the next file has the next ones.
    static let mostOfSeries = 26

    init(for person: PersonID?, zones: ZoneDatabase, now: Date, _ world: World) {
        self.person = person
        self.zones = zones
        self.now = now
        self.world = world
    }

    func entries(of cohort: Cohort) -> [CalendarEntry] {
        world.deadlines.values.filter { $0.cohort == cohort.id }
            .sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
            .flatMap { deadline -> [CalendarEntry] in
                let due = person.map { world.due(deadline, for: $0) } ?? deadline.dueAt
                guard due > now else { return [] }
                let first = entry(of: deadline, due: due, in: cohort)
                return [first] + (deadline.isCancelled ? [] : later(than: first, deadline, cohort))
            }
    }

    private func entry(of deadline: Deadline, due: Date, in cohort: Cohort) -> CalendarEntry {
        let standing = person.flatMap { world.standings[deadline.id]?[$0] }
        let changes = [deadline.movedAt, standing?.extendedAt].compactMap(\.self)
        let isDone = person.map { world.isDone($0, with: deadline) } ?? false
        let leads = person.flatMap { world.people[$0]?.reminding?.leads }
        return CalendarEntry(
            uid: uid(of: deadline, in: cohort),
            sequence: deadline.version + (standing?.version(of: deadline) ?? 0),
            summary: deadline.title, details: cohort.name, url: deadline.link, start: due,
            isCancelled: deadline.isCancelled, lastModified: changes.max(),
            leads: isDone ? [] : leads ?? world.usualLeads(of: deadline))
    }

    /// The further moments of what repeats, each an entry of its own: the bot reminds of each one apart, too.
    private func later(
        than first: CalendarEntry, _ deadline: Deadline, _ cohort: Cohort
    ) -> [CalendarEntry] {
        guard let repeats = deadline.repeats,
            let series = repeats.series(in: zones.zone(named: cohort.zone) ?? .utc, zones)
        else { return [] }
        let nominal = repeats.nominal ?? deadline.dueAt
        return series.moments(after: nominal, limit: Self.mostOfSeries - 1).map { moment in
            var entry = first
            entry.start = moment
            (entry.sequence, entry.lastModified) = (0, nil)
            entry.uid = Self.uid(of: repeats, at: moment, deadline, cohort)
            entry.leads = world.usualLeads(of: deadline)
            return entry
        }
    }

    private func uid(of deadline: Deadline, in cohort: Cohort) -> String {
        if let repeats = deadline.repeats {
            return Self.uid(of: repeats, at: repeats.nominal ?? deadline.dueAt, deadline, cohort)
        }
        let added = Int(deadline.addedAt.timeIntervalSince1970)
        return "\(deadline.id.rawValue)-\(added)@\(cohort.id.rawValue).cohortbot"
    }

    /// The deadline that follows in a series has another id; its moment, beginning and name are what stays.
    private static func uid(
        of repeats: Repetition, at moment: Date, _ deadline: Deadline, _ cohort: Cohort
    ) -> String {
        let seconds = Int(moment.timeIntervalSince1970)
        return "\(repeats.start)/\(seconds)/\(deadline.title)@\(cohort.id.rawValue).cohortbot"
    }
}
