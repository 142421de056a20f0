import Dates
import FoundationEssentials
import Testing

@Suite struct ZoneTests {
    private let zones = ZoneDatabase.system

    private func zone(_ name: String) throws -> Zone { try #require(zones.zone(named: name)) }

    private func local(_ text: String) throws -> LocalTime {
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        return try #require(
            LocalTime(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4]))
    }

    @Test(
        "a wall clock time means the instant that its zone says",
        arguments: [
            ("America/Toronto", "2026-01-15 12:00", 1_768_496_400),
            ("America/Toronto", "2026-07-15 12:00", 1_784_131_200),
            ("Asia/Kathmandu", "2026-06-01 00:00", 1_780_251_300),
            ("Australia/Lord_Howe", "2026-01-15 12:00", 1_768_438_800),
            ("Australia/Lord_Howe", "2026-07-15 12:00", 1_784_079_000),
            ("America/Sao_Paulo", "2026-12-01 18:00", 1_796_158_800),
            ("America/Mexico_City", "2026-07-15 12:00", 1_784_138_400),
            ("AoE", "2026-12-01 23:59", 1_796_212_740),
            ("Europe/Dublin", "2099-07-01 12:00", 4_086_586_800),
        ])
    func one(name: String, wall: String, seconds: Int) throws {
        let expected = Date(timeIntervalSince1970: Double(seconds))
        #expect(try zone(name).instants(of: local(wall)) == .one(expected))
        #expect(try zone(name).local(expected) == local(wall))
    }

    @Test(
        "a time that the clocks jump over moves on by the gap",
        arguments: [
            ("America/Toronto", "2026-03-08 02:30", "2026-03-08 03:30"),
            ("Africa/Cairo", "2026-04-24 00:30", "2026-04-24 01:30"),
            ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45"),
            ("Pacific/Apia", "2011-12-30 12:00", "2011-12-31 12:00"),
            ("America/New_York", "2090-03-12 02:30", "2090-03-12 03:30"),
        ])
    func gap(name: String, wall: String, moved: String) throws {
        let zone = try zone(name)
        guard case .gap(let date) = zone.instants(of: try local(wall)) else {
            Issue.record("\(wall) exists in \(name)")
            return
        }
        #expect(try zone.local(date) == local(moved))
    }

    @Test(
        "a time that the clocks show twice has two instants in order",
        arguments: [
            ("America/Toronto", "2026-11-01 01:30", 3_600),
            ("Australia/Lord_Howe", "2026-04-05 01:45", 1_800),
            ("Europe/Madrid", "2080-10-27 02:30", 3_600),
        ])
    func twice(name: String, wall: String, apart: Double) throws {
        guard case .twice(let first, let second) = try zone(name).instants(of: local(wall)) else {
            Issue.record("\(wall) is not shown twice in \(name)")
            return
        }
        #expect(second.timeIntervalSince(first) == apart)
    }

    @Test("hours of forty years come back from the wall of every kind of zone")
    func roundTrip() throws {
        for name in ["America/Toronto", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata"]
        {
            let zone = try zone(name)
            for hour in stride(from: 0, to: 40 * 8_766, by: 7) {
                let date = Date(timeIntervalSince1970: 1_600_000_000 + Double(hour) * 3_600)
                let back: [Date] =
                    switch zone.instants(of: zone.local(date)) {
                    case .one(let only): [only]
                    case .twice(let first, let second): [first, second]
                    case .gap: []
                    }
                if !back.contains(date) { Issue.record("\(date) is lost in \(name)") }
            }
        }
    }

    @Test("dates beyond any calendar are harmless")
    func extremes() throws {
        let zone = try zone("America/Toronto")
        for seconds in [Double.infinity, -.infinity, .nan, 1e300, -1e300] {
            let local = zone.local(Date(timeIntervalSince1970: seconds))
            _ = zone.instants(of: local)
        }
    }

    @Test("an abbreviation is the one of its day")
    func abbreviation() throws {
        let zone = try zone("Europe/Paris")
        #expect(zone.abbreviation(at: Date(timeIntervalSince1970: 1_768_496_400)) == "CET")
        #expect(zone.abbreviation(at: Date(timeIntervalSince1970: 1_784_131_200)) == "CEST")
    }
}
