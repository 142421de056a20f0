import Chat
import Cohorts
import Dates

extension Field<Zone> {
    /// A time zone by IANA name, city, country or abbreviation; several readings are asked about.
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
            case .none(let nearest):
                throw .ambiguous(
                    card,
                    Phrase("questions.unknown-zone", ["words": .user(String(words.prefix(40)))]),
                    options: nearest.prefix(4).map { (Phrase("plain", ["text": .zone($0)]), $0) })
            }
        }
    }
}
