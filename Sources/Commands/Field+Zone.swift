import Chat
import Cohorts
import Dates

extension Field<Zone> {
    /// A time zone by IANA name, city, country, abbreviation or coordinates; several readings are asked about.
    static func zone(_ name: String, _ prompt: String) -> Self {
        Field(FieldCard(name, .zone, prompt)) { (words, call, card) throws(Refusal) in
            switch call.knowledge.dates.zones.lookup(words) {
            case .one(let zone): return zone
            case .several(let zones):
                throw .ambiguous(
                    card,
                    Phrase("questions.which-zone", ["words": .user(String(words.prefix(40)))]),
                    options: zones.prefix(6).map { zone in
                        (Phrase("plain", ["text": .zone(zone.name)]), zone.name)
                    })
            case .none(let alike):
                if let near = call.knowledge.dates.zones.zone(atTyped: words) {
                    throw .ambiguous(
                        card,
                        Phrase("questions.zone-at", ["zone": .zone(near.name)]),
                        options: [(Phrase("plain", ["text": .zone(near.name)]), near.name)])
                }
                throw .ambiguous(
                    card,
                    Phrase("questions.unknown-zone", ["words": .user(String(words.prefix(40)))]),
                    options: alike.prefix(4).map { (Phrase("plain", ["text": .zone($0)]), $0) })
            }
        }
    }
}

extension ZoneDatabase {
    /// The zone at a place as maps copy it, `43.65, -79.38`. Near a border it may be the neighbour's, so it is asked.
    fileprivate func zone(atTyped words: String) -> Zone? {
        let numbers = words.split { $0 == "," || $0.isWhitespace }.map { Double($0) }
        guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] else {
            return nil
        }
        return zone(nearestToLatitude: latitude, longitude: longitude)
    }
}
