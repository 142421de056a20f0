extension ZoneDatabase {
    /// Finds the zone that a person means: an IANA name, a city, a country, an abbreviation or a distance from UTC.
    ///
    /// Nothing is guessed: `IST` is three zones, Brazil is four. The caller echoes what was found and asks where
    /// there are several.
    public func lookup(_ words: String) -> ZoneAnswer {
        guard words.utf8.count <= 100 else { return .none(nearest: []) }
        let key = Self.key(words)
        guard !key.isEmpty else { return .none(nearest: []) }
        let bare = key.hasSuffix(" time") ? String(key.dropLast(5)) : key
        if key == "anywhere on earth" { return .one(.anywhereOnEarth) }
        let typed = words.filter { $0 != " " }
        if let zone = zone(named: typed) ?? zone(named: bare.replacing(" ", with: "_")) {
            return .one(zone)
        }
        if let meanings = zoneAbbreviations[bare] {
            return answer(meanings.compactMap { zone(named: $0.zone) }, nearestTo: bare)
        }
        if let name = cityZones[bare] ?? index.zoneOfCity[bare] {
            return answer([zone(named: name)].compactMap { $0 }, nearestTo: bare)
        }
        if let code = country(bare) {
            return answer(principalZones(of: code), nearestTo: bare)
        }
        // "Pune, India": the part before the comma says more.
        if let comma = words.firstIndex(of: ","), comma > words.startIndex {
            return lookup(String(words[..<comma]))
        }
        // "Europe/Lisbo": the city is what was misspelt; the other cities of the continent say nothing.
        if let slash = words.lastIndex(of: "/") {
            return answer([], nearestTo: Self.key(String(words[words.index(after: slash)...])))
        }
        return answer([], nearestTo: bare)
    }

    /// The ISO 3166 code of the country in which a zone lies; nil for a distance from UTC.
    public func country(of zone: Zone) -> String? { index.countryOfZone[zone.name] }

    /// Whether two letters are a country's by ISO 3166, in any case.
    public func isCountry(_ code: String) -> Bool {
        code.utf8.count == 2 && index.zonesOfCountry[code.uppercased()] != nil
    }

    /// The zones of a country by its two letters, the one where most people live first; none for any other letters.
    ///
    /// Not `lookup`: PT is Portugal here, and Pacific time there.
    public func zones(ofCountry code: String) -> [Zone] { principalZones(of: code.uppercased()) }

    private func answer(_ zones: [Zone], nearestTo key: String) -> ZoneAnswer {
        switch zones.count {
        case 0: .none(nearest: index.nearest(to: key))
        case 1: .one(zones[0])
        default: .several(zones)
        }
    }

    private func country(_ key: String) -> String? {
        if let code = countryAliases[key] { return code }
        if index.zonesOfCountry[key.uppercased()] != nil { return key.uppercased() }
        return index.codeOfCountry[key]
    }

    /// One zone for each way in which the clocks of a country go today, the one where most people live first.
    private func principalZones(of country: String) -> [Zone] {
        let names = index.zonesOfCountry[country] ?? []
        let preferred = principalZoneNames.filter(names.contains)
        var result: [Zone] = []
        for name in preferred + names {
            guard let zone = zone(named: name) else { continue }
            if !result.contains(where: { $0.goesLike(zone) }) { result.append(zone) }
        }
        return result
    }

    /// Lower case, without accents, words separated by single spaces.
    static func key(_ words: String) -> String {
        var words = words.map { "_-".contains($0) ? " " : $0 }.split(separator: " ")
        if let last = words.last, last.last == "." { words[words.count - 1] = last.dropLast() }
        return Folding.fold(String(words.joined(separator: " ")))
    }
}

extension ZoneIndex {
    /// Names of cities and zones at an edit distance of at most a third of the word, best first, at most three.
    func nearest(to key: String) -> [String] {
        let limit = max(1, key.count / 3)
        let typed = Array(key.utf8)
        var found: [(distance: Int, city: String, zone: String)] = []
        for cities in [zoneOfCity, cityZones] {
            for (city, zone) in cities {
                let distance = Self.distance(typed, Array(city.utf8), limit: limit)
                if distance <= limit { found.append((distance, city, zone)) }
            }
        }
        found.sort { ($0.distance, $0.city) < ($1.distance, $1.city) }
        var names: [String] = []
        for candidate in found where !names.contains(candidate.zone) {
            names.append(candidate.zone)
        }
        return Array(names.prefix(3))
    }

    /// Levenshtein's distance in bytes, or a number above the limit.
    private static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let replaced = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
