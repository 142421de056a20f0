import Chat
import Cohorts
import HashTreeCollections

extension World {
    /// The person whom an operator names by id or account, such as `p12` or `telegram:123`.
    /// - Throws: `Failure` 64 for nobody.
    func person(named member: String) throws -> Person {
        let byAccount = Account(member).flatMap { accounts[$0] }
        guard let person = people[byAccount ?? PersonID(rawValue: member)] else {
            throw Failure(64, ["nobody here is '\(member)'; name a person's id or account"])
        }
        return person
    }
}
