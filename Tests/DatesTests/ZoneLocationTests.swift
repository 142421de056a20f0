import Dates
import Testing

@Suite struct ZoneLocationTests {
    private let zones = ZoneDatabase.system

    @Test(
        "a shared location leads to the zone of the nearest city",
        arguments: [
            (18.52, 73.86, "Asia/Kolkata"), (28.7, 77.1, "Asia/Kolkata"),
            (24.9, 67.0, "Asia/Karachi"),
            (39.9, 116.4, "Asia/Shanghai"), (32.5, -117.0, "America/Tijuana"),
            (32.8, -117.2, "America/Los_Angeles"), (43.3, 5.4, "Europe/Paris"),
            (40.42, -3.70, "Europe/Madrid"),
            (-23.55, -46.63, "America/Sao_Paulo"), (40.7, -74.0, "America/New_York"),
            (48.85, 2.35, "Europe/Paris"), (-41.3, 174.8, "Pacific/Auckland"),
            (-16.8, 179.99, "Pacific/Fiji"), (-16.8, -179.99, "Pacific/Fiji"),
        ])
    func nearest(latitude: Double, longitude: Double, name: String) {
        #expect(zones.zone(nearestToLatitude: latitude, longitude: longitude)?.name == name)
    }

    @Test(
        "coordinates that no place has lead nowhere", arguments: [(91.0, 0.0), (0, 181), (.nan, 0)])
    func nowhere(latitude: Double, longitude: Double) {
        #expect(zones.zone(nearestToLatitude: latitude, longitude: longitude) == nil)
    }

    @Test(
        "names of calendar programs lead to zones",
        arguments: [
            ("W. Europe Standard Time", "Europe/Berlin"),
            ("e. south america standard time", "America/Sao_Paulo"),
            ("UTC", "UTC"),
            (
                "/citadel.org/20210210_1/America/Argentina/Buenos_Aires",
                "America/Argentina/Buenos_Aires"
            ),
            ("posix/Europe/Vaduz", "Europe/Vaduz"), ("US/Eastern", "America/New_York"),
        ])
    func calendarNames(name: String, expected: String) {
        #expect(zones.zone(calendarName: name)?.name == expected)
    }
}
