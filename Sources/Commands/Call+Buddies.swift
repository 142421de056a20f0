import Chat
import Cohorts
import HashTreeCollections

extension Call {
    /// The caller's study buddies: by the group's id, or those of the one cohort in which they have some.
    /// - Throws: that they have none, or which cohort is meant.
    func buddies(
        _ typed: String? = nil, in world: World
    ) throws(Refusal) -> (cohort: Cohort, group: BuddyGroup) {
        let own = world.buddies.values.flatMap { buddies in
            buddies.groups(of: caller.person).map { (cohort: buddies.cohort, group: $0) }
        }.sorted { $0.group.id < $1.group.id }
        var meant = own
        if let typed { meant = own.filter { $0.group.id == ShortID(typed: typed) } }
        if typed == nil, Set(own.map(\.cohort)).count > 1 {
            let cohort = try cohort(in: world)
            meant = own.filter { $0.cohort == cohort.id }
        }
        guard let found = meant.last, let cohort = world.cohorts[found.cohort] else {
            throw .because(
                Phrase(
                    typed == nil || own.isEmpty ? "buddies.none" : "buddies.none-such",
                    ["find": .code("/buddy")]))
        }
        return (cohort, found.group)
    }
}
