import Dates
import FoundationEssentials
import Testing

@Suite struct SeriesTests {
    private let fixture = DateReaderFixture()

    private func walls(
        _ rule: String, from start: String, in zone: String = "America/New_York", limit: Int,
        after: String? = nil
    ) throws -> [String] {
        let zone = try #require(fixture.zones.zone(named: zone))
        let series = Series(start: try fixture.wall(start), zone: zone, rule: try Recurrence(rule))
        let after = try after.map { zone.instants(of: try fixture.wall($0)).date } ?? .distantPast
        return series.moments(after: after, limit: limit).map {
            String(zone.local($0).description.prefix(16)).replacing("T", with: " ")
        }
    }

    @Test(
        "the examples of RFC 5545 give its dates",
        arguments: [
            ("FREQ=DAILY;COUNT=3", "1997-09-02 09:00", "09-02 09-03 09-04"),
            ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02 09:00", "09-02 09-12 09-22 10-02 10-12"),
            (
                "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=8", "1997-09-02 09:00",
                "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16"
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 09:00",
                "08-05 08-10 08-19 08-24"
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 09:00",
                "08-05 08-17 08-19 08-31"
            ),
            ("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05 09:00", "09-05 10-03 11-07 12-05"),
            ("FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "1997-09-22 09:00", "09-22 10-20 11-17"),
            ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28 09:00", "09-28 10-29 11-28 12-29 01-29"),
            (
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02 09:00",
                "02-13 03-13 11-13 08-13 10-13"
            ),
            (
                "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 09:00",
                "09-04 10-07 11-06"
            ),
            (
                "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12 09:00",
                "05-12 05-11 05-17 05-15 05-14"
            ),
            (
                "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "1997-01-01 09:00",
                "01-01 04-10 07-19 01-01"
            ),
            ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19 09:00", "05-19 05-18 05-17 05-15 05-14"),
            ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4", "2026-01-31 09:00", "01-31 03-31 05-31 07-31"),
            ("FREQ=YEARLY;UNTIL=20320301T000000Z", "2024-02-29 09:00", "02-29 02-29 02-29"),
        ])
    func standard(rule: String, start: String, days: String) throws {
        let expected = days.split(separator: " ").map(String.init)
        let found = try walls(rule, from: start, limit: min(expected.count + 1, 5 * 4))
        #expect(found.prefix(expected.count).map { String($0.dropFirst(5).prefix(5)) } == expected)
    }

    @Test("18:00 stays 18:00 when the clocks change, and 2:30 in a gap runs once at 3:30")
    func daylight() throws {
        #expect(
            try walls("FREQ=WEEKLY;COUNT=3", from: "2026-10-26 18:00", limit: 5)
                == ["2026-10-26 18:00", "2026-11-02 18:00", "2026-11-09 18:00"])
        #expect(
            try walls("FREQ=DAILY;COUNT=3", from: "2026-03-07 02:30", limit: 5)
                == ["2026-03-07 02:30", "2026-03-08 03:30", "2026-03-09 02:30"])
        #expect(
            try walls("FREQ=DAILY;COUNT=2", from: "2026-10-31 01:30", limit: 5)
                == ["2026-10-31 01:30", "2026-11-01 01:30"])
    }

    @Test("the next moment follows from the start and not from now")
    func fromTheStart() throws {
        #expect(
            try walls(
                "FREQ=WEEKLY;INTERVAL=2", from: "2026-01-05 09:00", limit: 2,
                after: "2036-01-01 00:00") == ["2036-01-07 09:00", "2036-01-21 09:00"])
    }

    @Test(
        "a rule that never comes true ends, and soon",
        arguments: [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "FREQ=MONTHLY;BYSETPOS=300",
            "FREQ=YEARLY;INTERVAL=10000;BYMONTH=2;BYMONTHDAY=30",
        ])
    func impossible(rule: String) throws {
        var found: [String] = []
        let time = try ContinuousClock().measure {
            found = try walls(rule, from: "2026-01-01 09:00", in: "UTC", limit: 10)
        }
        #expect(found == [])
        #expect(time < .seconds(3))
    }

    @Test("no more than a thousand moments are given at once")
    func bound() throws {
        #expect(try walls("FREQ=DAILY", from: "2026-01-01 09:00", limit: .max).count == 1_000)
    }

    @Test("a series from any later look is the rest of the whole series")
    func consistency() throws {
        let rules = [
            "FREQ=DAILY;INTERVAL=3;BYHOUR=9,17", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1SU,2TU", "FREQ=YEARLY;BYMONTH=3,11;BYDAY=1SU",
            "FREQ=WEEKLY;COUNT=40;WKST=SU;INTERVAL=3;BYDAY=SU,SA", "FREQ=MONTHLY;BYMONTHDAY=31,-1",
        ]
        let zone = try #require(fixture.zones.zone(named: "Europe/Berlin"))
        for rule in rules {
            let series = Series(
                start: try fixture.wall("2026-02-28 02:30"), zone: zone, rule: try Recurrence(rule))
            let all = series.moments(limit: 40)
            #expect(all == all.sorted() && Set(all).count == all.count)
            for (index, moment) in all.enumerated().dropLast() {
                #expect(series.next(after: moment) == all[index + 1], "\(rule)")
                #expect(series.next(after: moment - 1) == moment, "\(rule)")
            }
        }
    }

    /// What the rule says, tried out on every day one by one.
    private func bruteForce(_ rule: Recurrence, from start: LocalTime, days: Int) -> [LocalTime] {
        (0..<days).filter { count in
            let day = start.adding(days: count)
            let weeks = (count + start.weekday.rawValue - 1) / 7
            let months = (day.year - start.year) * 12 + day.month - start.month
            let isDue =
                switch rule.frequency {
                case .daily: count % rule.interval == 0
                case .weekly: weeks % rule.interval == 0
                case .monthly: months % rule.interval == 0
                case .yearly: (day.year - start.year) % rule.interval == 0
                }
            guard isDue, rule.months.isEmpty || rule.months.contains(day.month) else {
                return false
            }
            let fromEnd = day.day - day.daysInMonth - 1
            let fitsDay =
                rule.monthDays.contains(day.day) || rule.monthDays.contains(fromEnd)
                || rule.monthDays.isEmpty
            guard !rule.days.isEmpty else {
                switch rule.frequency {
                case .daily: return fitsDay
                case .weekly: return day.weekday == start.weekday
                case .monthly: return rule.monthDays.isEmpty ? day.day == start.day : fitsDay
                case .yearly:
                    guard rule.monthDays.isEmpty else { return fitsDay }
                    return day.day == start.day
                        && (!rule.months.isEmpty || day.month == start.month)
                }
            }
            return fitsDay
                && rule.days.contains { wanted in
                    guard let ordinal = wanted.ordinal else { return wanted.weekday == day.weekday }
                    let place =
                        ordinal > 0 ? (day.day + 6) / 7 : (day.daysInMonth - day.day) / 7 + 1
                    return wanted.weekday == day.weekday && place == abs(ordinal)
                }
        }.map { start.adding(days: $0) }
    }

    @Test("every rule gives what trying out every day gives")
    func bruteForce() throws {
        var random = SeededGenerator(state: 5)
        let start = try fixture.wall("2026-01-30 09:00")
        for _ in 0..<200 {
            var rule = Recurrence(
                Recurrence.Frequency.allCases.randomElement(using: &random) ?? .daily,
                interval: Int.random(in: 1...4, using: &random))
            if Bool.random(using: &random) {
                let isNumbered = rule.frequency == .monthly && Bool.random(using: &random)
                rule.days = Weekday.allCases.shuffled(using: &random).prefix(2).map {
                    .init(
                        $0, ordinal: isNumbered ? [1, 2, -1, 5].randomElement(using: &random) : nil)
                }
            }
            if Bool.random(using: &random) {
                rule.months = (0..<2).map { _ in Int.random(in: 1...12, using: &random) }
            }
            if rule.frequency != .weekly, Bool.random(using: &random) {
                rule.monthDays =
                    [[1, -1], [13, 31], [15, -2], [29, 30]].randomElement(using: &random) ?? []
            }
            rule.end = .onDay(start.adding(days: 999))
            let found = Series(start: start, zone: .utc, rule: rule).moments(limit: 1_000)
            let expected = bruteForce(rule, from: start, days: 1_000)
            #expect(found.map { Zone.utc.local($0) } == expected, "\(rule)")
        }
    }
}
