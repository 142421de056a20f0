import Glibc

extension ZoneDatabase {
    /// The zone of the nearest city, of `zone.tab` or large, for a location that somebody shares.
    ///
    /// Near a border the nearest city may lie on its other side, so the answer is echoed for confirmation. Nil for
    /// coordinates that no place has.
    public func zone(nearestToLatitude latitude: Double, longitude: Double) -> Zone? {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        func closeness(_ place: (zone: String, latitude: Double, longitude: Double)) -> Double {
            let (a, b) = (latitude * .pi / 180, place.latitude * .pi / 180)
            // The cosine of the angle between the two: nothing finer is needed to tell which is nearer.
            return sin(a) * sin(b) + cos(a) * cos(b)
                * cos((longitude - place.longitude) * .pi / 180)
        }
        let nearest = (index.coordinates + largeCityLocations).max { closeness($0) < closeness($1) }
        return nearest.flatMap { zone(named: $0.zone) }
    }
}
