import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// What is said of a calendar file: to whoever brings it everything that would change or was not understood, to the
/// others one note.
struct CalendarReport {
    private let takeover: CalendarTakeover
    private let cohort: Cohort

    /// So many of a kind are shown; a phone shows no more.
    static let mostLines = 6

    init(_ takeover: CalendarTakeover, of cohort: Cohort) {
        self.takeover = takeover
        self.cohort = cohort
    }

    func phrase(_ key: String) -> Phrase {
        Phrase(key, ["cohort": .user(cohort.name), "lines": .lines(changes + rest)])
    }

    private var changes: [Phrase] {
        section("calendar.new", takeover.new.map { Self.line("calendar.line", $0) })
            + section("calendar.changed", takeover.changed.map(Self.line))
            + section(
                "calendar.cancelled", takeover.cancelled.map { Self.line("calendar.line", $0) })
    }

    private var rest: [Phrase] {
        var lines = section("calendar.gone", takeover.gone.map { Self.line("calendar.line", $0) })
        let counts = [
            ("calendar.unchanged", takeover.unchanged + takeover.adopted.count),
            ("calendar.over", takeover.over), ("calendar.left-out", takeover.leftOut),
        ]
        lines += counts.filter { $0.1 > 0 }.map { Phrase($0.0, ["count": .number($0.1)]) }
        return lines + section("calendar.faults", takeover.faults.map(\.phrase))
    }

    /// A heading with its number, and the first lines below it.
    private func section(_ key: String, _ lines: [Phrase]) -> [Phrase] {
        guard !lines.isEmpty else { return [] }
        let more = lines.count - Self.mostLines
        let end =
            more > 0 ? [Phrase("calendar.more", ["count": .number(more)])] : []
        return [Phrase(key, ["count": .number(lines.count)])] + lines.prefix(Self.mostLines) + end
    }

    private static func line(_ key: String, _ deadline: Deadline) -> Phrase {
        Phrase(key, ["title": .user(deadline.title), "when": .moment(deadline.dueAt)])
    }

    private static func line(_ change: CalendarTakeover.Change) -> Phrase {
        let key =
            change.isMoved
            ? "calendar.line-moved"
            : change.before.title == change.after.title
                ? "calendar.line-link" : "calendar.line-renamed"
        return Phrase(
            key,
            [
                "title": .user(change.after.title), "name": .user(change.before.title),
                "when": .moment(change.after.dueAt), "before": .moment(change.before.dueAt),
            ])
    }

    /// One note to every other member.
    func news(_ call: Call, _ world: World) -> [Outgoing] {
        let phrase = Phrase(
            "calendar.news", ["cohort": .user(cohort.name), "lines": .lines(changes)])
        let others = cohort.members.keys.sorted().filter { $0 != call.caller.person }
        return call.news(
            phrase, to: others.compactMap { world.people[$0] }, of: cohort.id, in: world)
    }
}

extension CalendarFault {
    /// The line, and what is wrong with it.
    fileprivate var phrase: Phrase {
        let (key, what): (String, String) =
            switch reason {
            case .noProperty: ("calendar.fault-no-property", "")
            case .badValue(let property): ("calendar.fault-bad-value", property)
            case .missing(let property): ("calendar.fault-missing", property)
            case .repeated(let property): ("calendar.fault-repeated", property)
            case .unknownZone(let name): ("calendar.fault-unknown-zone", name)
            case .badRule: ("calendar.fault-bad-rule", "RRULE")
            case .component(let name): ("calendar.fault-component", name)
            case .unbalanced(let name): ("calendar.fault-unbalanced", name)
            case .lineTooLong: ("calendar.fault-line-too-long", "")
            }
        return Phrase(
            key,
            ["line": .number(line), "what": .user(String(what.prefix(60)))])
    }
}
