import Dates
import Foundation
import Testing

@testable import Cohorts

@Suite struct QuietHoursTests {
    private func at(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test(
        "a window over midnight holds both its evening and its morning, on the person's clocks",
        arguments: [
            ("2026-11-23T16:29:00Z", nil), ("2026-11-23T16:30:00Z", "2026-11-24T01:30:00Z"),
            ("2026-11-23T23:00:00Z", "2026-11-24T01:30:00Z"),
            ("2026-11-24T01:29:59Z", "2026-11-24T01:30:00Z"), ("2026-11-24T01:30:00Z", nil),
        ])
    func overMidnight(moment: String, end: String?) throws {
        let zone = try #require(ZoneDatabase.system.zone(named: "Asia/Kolkata"))
        let quiet = QuietHours(from: 22 * 60, until: 7 * 60)
        let window = quiet.window(around: try at(moment), in: zone)
        #expect(try window?.end == end.map { try at($0) })
        if let window { #expect(try window.start == at("2026-11-23T16:30:00Z")) }
    }

    @Test("a window within a day, and none at all")
    func withinADay() throws {
        let quiet = QuietHours(from: 9 * 60, until: 17 * 60)
        let window = quiet.window(around: try at("2026-11-23T10:00:00Z"), in: .utc)
        #expect(try window?.start == at("2026-11-23T09:00:00Z"))
        #expect(try window?.end == at("2026-11-23T17:00:00Z"))
        #expect(QuietHours.off.window(around: try at("2026-11-23T10:00:00Z"), in: .utc) == nil)
    }

    @Test("on the nights on which the clocks change the end is always ahead")
    func clockChanges() throws {
        let zone = try #require(ZoneDatabase.system.zone(named: "Europe/London"))
        let quiet = QuietHours(from: 0, until: 90)
        for start in ["2026-03-28T22:00:00Z", "2026-10-24T22:00:00Z"] {
            for minute in 0..<600 {
                let moment = try at(start).addingTimeInterval(Double(minute) * 60)
                guard let window = quiet.window(around: moment, in: zone) else { continue }
                #expect(window.start <= moment)
                #expect(window.end > moment)
                #expect(window.end.timeIntervalSince(moment) < 4 * 3_600)
            }
        }
    }
}
