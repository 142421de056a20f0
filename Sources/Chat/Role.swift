/// What a person may do in a cohort; each role includes the ones before it.
package enum Role: String, Hashable, Codable, Comparable, CaseIterable, Sendable {
    case learner, instructor, moderator, owner

    private var rank: Int {
        switch self {
        case .learner: 0
        case .instructor: 1
        case .moderator: 2
        case .owner: 3
        }
    }

    package static func < (a: Role, b: Role) -> Bool { a.rank < b.rank }
}
