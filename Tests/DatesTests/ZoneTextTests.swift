import Dates
import FoundationEssentials
import Testing

@Suite struct ZoneTextTests {
    @Test(
        "an instant is written with the distance from UTC that its zone had",
        arguments: [
            ("America/Sao_Paulo", "2026-12-01T15:00:00-03:00"), ("UTC", "2026-12-01T18:00:00Z"),
            ("Asia/Kathmandu", "2026-12-01T23:45:00+05:45"), ("AoE", "2026-12-01T06:00:00-12:00"),
        ])
    func rfc3339(name: String, expected: String) throws {
        let zone = try #require(ZoneDatabase.system.zone(named: name))
        let start = try #require(LocalTime(year: 2026, month: 12, day: 1, hour: 18))
        #expect(zone.rfc3339(Zone.utc.instants(of: start).date) == expected)
    }
}
