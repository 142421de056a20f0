import FoundationEssentials

/// An event as its lines say it, before its zones are known: a file may describe a zone after it is used.
struct CalendarDraft {
    /// A time with the name of its zone.
    struct Time {
        let value: CalendarTime
        let zone: String?
        let line: Int
    }

    let kind: CalendarEvent.Kind
    let line: Int
    var uid = ""
    var sequence = 0
    var lastModified: Time?
    var summary = ""
    var details = ""
    var location = ""
    var url = ""
    var start: Time?
    var end: Time?
    var due: Time?
    var duration: Int?
    var recurrenceID: Time?
    var status: CalendarEvent.Status?
    var rule: Recurrence?
    var additions: [Time] = []
    var exceptions: [Time] = []
    var leads: [Int] = []
    /// Those that count from the end.
    var leadsToEnd: [Int] = []
    var triggersAt: [Time] = []
    var alarms: Int { leads.count + leadsToEnd.count + triggersAt.count }
    /// Where it goes wrong so far that nothing is left of it.
    var hasBrokenTime = false
}

/// A zone as a file describes it.
struct ZoneDraft {
    struct Observance {
        var start: LocalTime?
        var from: Int?
        var to: Int?
        var name = ""
        var rule: Recurrence?
        var additions: [LocalTime] = []
    }

    var name: String?
    var location: String?
    var observances: [Observance] = []
    private static let earliest = Date(wholeSeconds: -86_400 * 730)

    /// The zone: all changes of the clocks that the description gives, for as long as anybody plans.
    /// `rules` is how many rules may still be expanded: a file may describe thousands of zones.
    func zone(_ name: String, rules: inout Int) -> Zone? {
        var changes: [ZoneChange] = []
        var earliest: (start: LocalTime, period: ZonePeriod)?
        for observance in observances.prefix(500) {
            guard let start = observance.start, let from = observance.from, let to = observance.to
            else { continue }
            if earliest.map({ start < $0.start }) ?? true {
                earliest = (start, ZonePeriod(offset: from, abbreviation: ""))
            }
            let period = ZonePeriod(offset: to, abbreviation: observance.name)
            var moments = [start] + observance.additions
            if let rule = observance.rule, rules > 0 {
                rules -= 1
                // The clocks of the change itself do not change within it, so any zone without changes will do.
                // Some programs let their rules begin in 1601.
                moments += Series(start: start, zone: .utc, rule: rule)
                    .moments(after: Self.earliest, limit: 200).map { Zone.utc.local($0) }
            }
            changes += moments.map { ZoneChange(at: $0.wallSeconds - from, period: period) }
        }
        guard let earliest else { return nil }
        changes.sort { $0.at < $1.at }
        var unique: [ZoneChange] = []
        for change in changes where unique.last?.at != change.at { unique.append(change) }
        return Zone(name: name, rules: ZoneRules(first: earliest.period, changes: unique))
    }
}
