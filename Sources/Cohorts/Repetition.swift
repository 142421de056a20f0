package import Dates
package import FoundationEssentials

/// How something repeats, in the words of RFC 5545: a first moment on the wall, a rule, and perhaps a zone.
///
/// The next moment is always computed from the first, never from the last or from now: a late bot, a snooze or a move
/// does not shift the series.
package struct Repetition: Hashable, Codable, Sendable {
    /// `FREQ=WEEKLY;BYDAY=MO`.
    package let rule: String
    /// The first moment on the clocks, `2026-11-30T18:00:00`.
    package let start: String
    /// The zone whose clocks count; nil: the ones that its person has at the time.
    package let zone: String?
    /// The moment of the series that stands for the present one, which may have been moved since.
    package var nominal: Date?

    package init(_ series: Series, isPersonal: Bool, nominal: Date? = nil) {
        rule = series.rule.description
        start = series.start.description
        zone = isPersonal ? nil : series.zone.name
        self.nominal = nominal
    }

    /// The series on the clocks of a zone, unless it has one of its own; nil where the rule is not understood.
    package func series(in usual: Zone, _ zones: ZoneDatabase) -> Series? {
        guard let rule = try? Recurrence(rule), let start = LocalTime(written: start) else {
            return nil
        }
        return Series(
            start: start, zone: zone.flatMap { zones.zone(named: $0) } ?? usual, rule: rule)
    }
}

extension LocalTime {
    /// Reads `2026-11-30T18:00:00`.
    fileprivate init?(written text: String) {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 6 else { return nil }
        self.init(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3],
            minute: numbers[4], second: numbers[5])
    }
}
