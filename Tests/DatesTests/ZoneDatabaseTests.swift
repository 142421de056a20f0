import Dates
import Testing

@Suite struct ZoneDatabaseTests {
    private let zones = ZoneDatabase.system

    @Test(
        "a name in any case, and an old one, leads to the modern name",
        arguments: [
            ("Asia/Calcutta", "Asia/Kolkata"), ("europe/kiev", "Europe/Kyiv"),
            ("US/Eastern", "America/New_York"), ("AMERICA/SAO_PAULO", "America/Sao_Paulo"),
            ("Europe/Vaduz", "Europe/Vaduz"), ("UTC", "UTC"), ("Etc/UTC", "UTC"), ("gmt", "UTC"),
            ("UTC+5:30", "UTC+05:30"), ("utc-03:00", "UTC-03:00"), ("+0530", "UTC+05:30"),
            ("aoe", "AoE"), ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ])
    func named(_ name: String, modern: String) {
        let zone = zones.zone(named: name)
        #expect(zone?.name == modern)
        #expect(zones.zone(named: modern) == zone)
    }

    @Test(
        "what is no zone of the database opens no file",
        arguments: [
            "", "..", "../../etc/passwd", "/etc/passwd", "Europe/../../etc/passwd", "zone.tab",
            "Europe", "Europe/", "Mars/Base", "UTC+15", "UTC+5:75", "+", "EST", "Europe/Paris\0",
            String(repeating: "a", count: 100_000),
        ])
    func unknown(_ name: String) {
        #expect(zones.zone(named: name) == nil)
    }

    @Test("a system without tzdata knows fixed distances only")
    func empty() {
        let zones = ZoneDatabase(directory: "/nowhere") { _ in nil }
        #expect(zones.isEmpty)
        #expect(zones.zone(named: "Europe/Paris") == nil)
        #expect(zones.zone(named: "UTC-3")?.name == "UTC-03:00")
    }

    @Test("a damaged file is no zone")
    func damaged() {
        for bytes in [[], [UInt8]("TZif2".utf8), [UInt8](repeating: 0xFF, count: 200)] {
            let zones = ZoneDatabase(directory: "") { path in
                path.hasSuffix("tzdata.zi") ? [UInt8]("Z Here/There 0 - -\n".utf8) : bytes
            }
            #expect(zones.zone(named: "here/there") == nil)
        }
    }
}
