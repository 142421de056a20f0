import Dates
import Testing

@Suite struct ZoneLookupTests {
    private let zones = ZoneDatabase.system

    @Test(
        "what people call their zone leads to it",
        arguments: [
            ("Europe/Madrid", "Europe/Madrid"), ("Kolkata", "Asia/Kolkata"),
            ("Sao Paulo", "America/Sao_Paulo"), ("são paulo", "America/Sao_Paulo"),
            ("Sa\u{303}o Paulo", "America/Sao_Paulo"), ("pune", "Asia/Kolkata"),
            ("New York", "America/New_York"), ("new york time", "America/New_York"),
            ("America/New York", "America/New_York"), ("Pune, India", "Asia/Kolkata"),
            ("India", "Asia/Kolkata"), ("IN", "Asia/Kolkata"), ("भारत", "Asia/Kolkata"),
            ("Japan", "Asia/Tokyo"), ("France", "Europe/Paris"), ("UK", "Europe/London"),
            ("EST", "America/New_York"), ("Eastern time", "America/New_York"),
            ("UTC+5:30", "UTC+05:30"), ("utc +5", "UTC+05:00"), ("+0530", "UTC+05:30"),
            ("AoE", "AoE"), ("anywhere on earth", "AoE"), ("UTC", "UTC"),
            ("Ho Chi Minh", "Asia/Ho_Chi_Minh"), ("JST", "Asia/Tokyo"),
        ])
    func one(words: String, name: String) {
        guard case .one(let zone) = zones.lookup(words) else {
            Issue.record("\(words): \(zones.lookup(words))")
            return
        }
        #expect(zone.name == name)
    }

    @Test(
        "words with several meanings give them all, the likeliest first",
        arguments: [
            ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
            ("cst", ["America/Chicago", "Asia/Shanghai", "America/Havana"]),
            ("BST", ["Europe/London", "Asia/Dhaka"]),
            (
                "Brazil",
                ["America/Noronha", "America/Sao_Paulo", "America/Manaus", "America/Rio_Branco"]
            ),
            ("Spain", ["Europe/Madrid", "Atlantic/Canary"]),
        ])
    func several(words: String, names: [String]) {
        guard case .several(let found) = zones.lookup(words) else {
            Issue.record("\(words): \(zones.lookup(words))")
            return
        }
        #expect(Set(found.map(\.name)) == Set(names))
    }

    @Test(
        "of the zones of a country the one where most people live comes first",
        arguments: [
            ("BR", "America/Sao_Paulo"), ("us", "America/New_York"),
            ("CA", "America/Toronto"), ("MX", "America/Mexico_City"), ("ET", "Africa/Addis_Ababa"),
            ("ES", "Europe/Madrid"), ("PT", "Europe/Lisbon"), ("AU", "Australia/Sydney"),
            ("ID", "Asia/Jakarta"), ("RU", "Europe/Moscow"), ("CL", "America/Santiago"),
            ("NZ", "Pacific/Auckland"), ("KZ", "Asia/Almaty"),
        ])
    func principal(country: String, name: String) {
        #expect(zones.zones(ofCountry: country).first?.name == name)
    }

    @Test(
        "a misspelt city names the nearest ones",
        arguments: [
            ("Kolkatta", "Asia/Kolkata"), ("Europe/Lisbo", "Europe/Lisbon"),
            ("America/Sao_Paolo", "America/Sao_Paulo"),
        ])
    func nearest(words: String, zone: String) {
        guard case .none(let nearest) = zones.lookup(words) else {
            Issue.record("\(words) was found")
            return
        }
        #expect(nearest.first == zone)
    }

    @Test(
        "nonsense of any length finds nothing",
        arguments: ["", "   ", "???", "\u{0}", String(repeating: "x", count: 1_000_000), ",,,,"])
    func nonsense(_ words: String) {
        #expect(zones.lookup(words) == .none(nearest: []))
    }

    @Test("a zone knows its country")
    func country() throws {
        let zone = try #require(zones.zone(named: "Asia/Calcutta"))
        #expect(zones.country(of: zone) == "IN")
        #expect(zones.country(of: .utc) == nil)
    }
}
