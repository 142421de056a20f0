public import FoundationEssentials

/// A time zone: a name and all that its clocks ever did.
///
/// Two zones are equal when their names are. A zone comes from a `ZoneDatabase`; only fixed distances from UTC can be
/// made without one.
public struct Zone: Sendable {
    /// The modern IANA name, `UTC+05:30` for a fixed distance, or `AoE`.
    public let name: String
    private let rules: ZoneRules

    init(name: String, rules: ZoneRules) {
        self.name = name
        self.rules = rules
    }

    public static let utc = Zone(
        name: "UTC", rules: ZoneRules(first: ZonePeriod(offset: 0, abbreviation: "UTC")))

    /// "Anywhere on Earth": a day ends when it has ended everywhere, at UTC-12.
    public static let anywhereOnEarth = Zone(
        name: "AoE", rules: ZoneRules(first: ZonePeriod(offset: -43_200, abbreviation: "AoE")))

    /// Seconds east of UTC.
    public func offset(at date: Date) -> Int { rules.period(at: date.wholeSeconds).offset }

    /// `CET`, `EDT`; a zone without letters of its own has `+0530`.
    public func abbreviation(at date: Date) -> String {
        rules.period(at: date.wholeSeconds).abbreviation
    }

    /// What the clocks of the zone show at an instant.
    public func local(_ date: Date) -> LocalTime {
        LocalTime(wallSeconds: date.wholeSeconds + offset(at: date))
    }

    /// The instants at which the clocks of the zone show a time: one, none, or two.
    public func instants(of local: LocalTime) -> Resolved {
        let wall = local.wallSeconds
        // No offset is larger than 26 hours, so nothing outside this window can matter.
        let (first, changes) = rules.periods(in: wall - 93_600...wall + 93_600)
        var found: [Int] = []
        var period = first
        var start = Int.min
        var moved: Int?
        for change in changes + [ZoneChange(at: Int.max, period: first)] {
            let instant = wall - period.offset
            if instant >= start, instant < change.at { found.append(instant) }
            // Past the end of this period by its own clock, not yet at the beginning of the next by the other.
            if instant >= change.at, wall - change.period.offset < change.at { moved = instant }
            (period, start) = (change.period, change.at)
        }
        switch found.count {
        case 0: return .gap(moved: Date(wholeSeconds: moved ?? wall - first.offset))
        case 1: return .one(Date(wholeSeconds: found[0]))
        default:
            return .twice(
                first: Date(wholeSeconds: found[0]), second: Date(wholeSeconds: found[1]))
        }
    }
}

extension Zone {
    /// When the clocks change in some years, with the distances from UTC before and after, in seconds.
    func changes(in years: ClosedRange<Int>) -> [(at: Int, before: Int, after: Int, name: String)] {
        var found: [(at: Int, before: Int, after: Int, name: String)] = []
        for year in years {
            let start = CivilDay.count(year: year, month: 1, day: 1) * 86_400
            let end = CivilDay.count(year: year + 1, month: 1, day: 1) * 86_400 - 1
            var (period, changes) = rules.periods(in: start...end)
            for change in changes {
                if change.period.offset != period.offset {
                    found.append(
                        (change.at, period.offset, change.period.offset, change.period.abbreviation)
                    )
                }
                period = change.period
            }
        }
        return found
    }

    /// Whether both zones keep the same clocks from now on, whatever they did in the past.
    func goesLike(_ other: Zone) -> Bool { rules.present == other.rules.present }
}

extension Zone: Hashable {
    public static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What a local time means as an instant.
public enum Resolved: Hashable, Sendable {
    case one(Date)
    /// The clocks jump over that time; `moved` is as long after the jump as the time was meant to be after its start.
    case gap(moved: Date)
    /// The clocks are set back and show that time twice.
    case twice(first: Date, second: Date)

    /// The instant that the written rule takes: moved over a gap, the first of two.
    public var date: Date {
        switch self {
        case .one(let date), .gap(moved: let date), .twice(first: let date, second: _): date
        }
    }
}

extension Date {
    /// Seconds since 1970, rounded down; far beyond any calendar they stop at about the year ±30,000.
    var wholeSeconds: Int {
        let seconds = timeIntervalSince1970.rounded(.down)
        guard seconds.isFinite else { return seconds > 0 ? 900_000_000_000 : -900_000_000_000 }
        return Int(min(max(seconds, -900_000_000_000), 900_000_000_000))
    }

    init(wholeSeconds: Int) { self.init(timeIntervalSince1970: Double(wholeSeconds)) }
}
