extension ZoneDatabase {
    /// The names of the zones of cities that begin with these letters, for whoever is still typing: `kolk`, `new y`.
    public func zones(ofCitiesBeginning letters: String, limit: Int) -> [String] {
        let key = Self.key(String(letters.prefix(40)))
        guard !key.isEmpty else { return [] }
        var names: [String] = []
        let cities =
            cityZones.filter { $0.key.hasPrefix(key) }
            .merging(index.zoneOfCity.filter { $0.key.hasPrefix(key) }) { first, _ in first }
        for (_, name) in cities.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) })
        where !names.contains(name) {
            names.append(name)
            if names.count >= limit { break }
        }
        return names
    }
}
