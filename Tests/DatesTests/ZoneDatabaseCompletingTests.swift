import Testing

@testable import Dates

@Suite("Zones of cities whose names are still being typed")
struct ZoneDatabaseCompletingTests {
    @Test(
        "a few letters of a city find its zone, the shortest name first",
        arguments: [
            ("kolk", "Asia/Kolkata"), ("New Y", "America/New_York"), ("são p", "America/Sao_Paulo"),
            ("lisb", "Europe/Lisbon"),
        ])
    func found(letters: String, zone: String) {
        #expect(ZoneDatabase.system.zones(ofCitiesBeginning: letters, limit: 3).first == zone)
    }

    @Test("nothing typed finds nothing, and no more is found than asked for")
    func bounds() {
        #expect(ZoneDatabase.system.zones(ofCitiesBeginning: " ", limit: 3).isEmpty)
        #expect(ZoneDatabase.system.zones(ofCitiesBeginning: "zzzz", limit: 3).isEmpty)
        #expect(ZoneDatabase.system.zones(ofCitiesBeginning: "s", limit: 7).count == 7)
    }
}
