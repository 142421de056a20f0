import Chat
import Cohorts
import HashTreeCollections

extension Call {
    /// The member that a field names, or whose message is replied to.
    ///
    /// A reply names an account and cannot be mistaken; a name must be one member's only.
    func member(
        meantBy field: Field<String?>, of cohort: Cohort, in world: World
    ) throws(Refusal) -> Person {
        if let words = try self[field] {
            let wanted = words.lowercased().trimmed.drop { $0 == "@" }
            let named = cohort.members.keys.compactMap { world.people[$0] }
                .filter {
                    $0.name.lowercased() == wanted || $0.id.rawValue == wanted
                        || $0.accounts.contains { $0.id == wanted }
                }
            if named.count == 1 { return named[0] }
            throw .because(
                Phrase(
                    named.isEmpty ? "roles.nobody-called" : "roles.several-called",
                    ["name": .user(String(words.prefix(60))), "cohort": .user(cohort.name)]))
        }
        guard let account = caller.quote?.author else { throw .missing(field.card) }
        guard let person = world.person(account), cohort.members[person.id] != nil else {
            throw .because(
                Phrase(
                    "roles.not-a-member",
                    [
                        "name": .user(caller.quote?.authorName ?? ""), "cohort": .user(cohort.name),
                        "join": .code("/join"),
                    ]))
        }
        return person
    }
}
