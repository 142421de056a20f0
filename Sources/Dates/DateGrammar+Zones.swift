// Zones in a text: IANA names, letters, distances, "New York time", AoE.
extension DateGrammar {
    mutating func readZone() -> Bool {
        guard draft.zone == nil, !draft.isEmpty, token != nil else { return false }
        if take(.anywhereOnEarth) {
            draft.zone = .zone(.anywhereOnEarth)
            return true
        }
        return attempt { $0.readUTC() } || attempt { $0.readBareOffset() }
            || attempt { $0.readZoneName() } || attempt { $0.readAbbreviation() }
            || attempt { $0.readPlaceTime() } || attempt { $0.readTimeOfPlace() }
    }

    /// "hora de Madrid", "heure de Paris", "no horário de Brasília".
    private mutating func readTimeOfPlace() -> Bool {
        while has(.filler) || has(.of) || has(.at) || has(.on) { position += 1 }
        guard draft.clock != nil, take(.zoneOf) else { return false }
        let start = position
        // The longest name first: "Nueva York", "São Paulo".
        for count in stride(from: 3, through: 1, by: -1) {
            let words = (0..<count).compactMap { token(ahead: $0)?.word }
            guard words.count == count else { continue }
            let place = words.joined(separator: " ")
            switch zones.lookup(place) {
            case .one(let zone): draft.zone = .zone(zone)
            case .several(let zones): draft.zone = .several(zones, words: place)
            case .none: continue
            }
            position = start + count
            return true
        }
        return false
    }

    /// UTC, GMT+2, UTC -3:30.
    private mutating func readUTC() -> Bool {
        guard let word = token?.word, word == "utc" || word == "gmt" else { return false }
        position += 1
        guard let next = token, next.isSign("+") || next.isSign("-") else {
            draft.zone = .zone(.utc)
            _ = take(.zoneWord)
            return true
        }
        return readOffset()
    }

    /// "18:00 +0530". A minus with two digits is more often a range than a zone.
    private mutating func readBareOffset() -> Bool {
        guard draft.clock != nil, let sign = token,
            sign.isSign("+") || sign.isSign("-") && token(ahead: 1)?.number?.digits == 4
        else { return false }
        return readOffset()
    }

    /// America/Sao_Paulo, America/Port-au-Prince.
    private mutating func readZoneName() -> Bool {
        guard var name = token?.word, token(ahead: 1)?.isSign("/") == true else { return false }
        var count = 1
        while count < 9, let joint = token(ahead: count), let part = token(ahead: count + 1)?.word,
            joint.isSign("/") || joint.isSign("-"), !joint.followsSpace,
            token(ahead: count + 1)?.followsSpace == false
        {
            name += (joint.isSign("/") ? "/" : "-") + part
            count += 2
        }
        guard let zone = zones.zone(named: name) else { return false }
        position += count
        draft.zone = .zone(zone)
        return true
    }

    private mutating func readAbbreviation() -> Bool {
        guard let token, let word = token.word, zoneAbbreviations[word] != nil else { return false }
        let isWord = zoneAbbreviationsThatAreWords.contains(word)
        // "cet" and "est" are words of other languages.
        let isOnlyZone = !isWord && !vocabulary.hourMarkIsClock && token.lexemes.isEmpty
        let isNamed =
            (word == "eastern" || word == "pacific")
            && (has(.zoneWord, ahead: 1) || token.isCapitalised && draft.clock != nil)
        guard token.isCapitals || isOnlyZone || isNamed else { return false }
        position += 1
        _ = take(.zoneWord)
        draft.zone = .abbreviation(word)
        return true
    }

    /// "New York time", "India time".
    private mutating func readPlaceTime() -> Bool {
        var words: [String] = []
        var isName = true
        while words.count < 3, let word = token?.word, !has(.zoneWord) {
            isName = isName && token?.isCapitalised == true
            words.append(word)
            position += 1
        }
        // "tomorrow in time" is no time in India, and "Friday nice time" none on the Riviera.
        guard extent == .whole || isName, words.joined().utf8.count > 2, take(.zoneWord) else {
            return false
        }
        let place = words.joined(separator: " ")
        guard zoneAbbreviations[place] == nil else { return false }
        switch zones.lookup(place) {
        case .one(let zone): draft.zone = .zone(zone)
        case .several(let zones): draft.zone = .several(zones, words: place)
        case .none: return false
        }
        return true
    }
}
