import HashTreeCollections
package import Chat
package import FoundationEssentials

extension World {
    package func reviews(in round: ShortID) -> [Review] {
        reviews.values.filter { $0.round == round }.sorted { $0.id < $1.id }
    }

    /// Who reviews in a round and has neither read a work nor sent a word.
    package func silent(in round: ShortID) -> Set<PersonID> {
        let reviews = reviews(in: round)
        return Set(reviews.map(\.reviewer)).subtracting(reviews.filter(\.isBegun).map(\.reviewer))
    }

    /// Whose reviews may go to others at a moment: the silent ones, but for those who have just been told.
    package func releasable(in round: Round, at now: Date) -> Set<PersonID> {
        let spared = round.sparedUntil
        return silent(in: round.id).filter { (spared[$0] ?? .distantPast) <= now }
    }

    /// Reviews that somebody still owes, by person.
    package func owed(in round: ShortID) -> [PersonID: [Review]] {
        Dictionary(grouping: reviews(in: round).filter { !$0.isSent }, by: \.reviewer)
    }

    /// The reviews that a work received, in the order in which they came: a later one changes no number.
    package func received(_ work: ShortID) -> [Review] {
        reviews(of: work).filter(\.isSent).sorted {
            ($0.sentAt ?? .distantPast, $0.id) < ($1.sentAt ?? .distantPast, $1.id)
        }
    }
}
