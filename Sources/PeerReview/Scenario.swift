/// Everything an allocation depends on: works, learners, rules and what happened before.
///
/// Its JSON is `cohortbot.peer-review.scenario/1`. Unknown fields are skipped and missing ones have defaults, so that
/// files written by a later version can still be read.
public struct Scenario: Hashable, Sendable {
    public static let format = "cohortbot.peer-review.scenario/1"

    public var name: String
    /// Decides between equally good allocations; the same scenario and seed give the same result everywhere.
    public var seed: UInt64
    /// How many reviews each work should get.
    public var k: Int
    /// Which round of the cohort this is, from 1.
    public var round: Int
    public var policy: Policy
    public var learners: [Learner]
    public var submissions: [Submission]
    /// Pairs who must not review each other, in either direction.
    public var conflicts: [Conflict]
    /// Who reviewed whom in earlier rounds; a repeat is avoided where it can be.
    public var history: [PastReview]
    /// Reviews of this round that exist already; finished ones never move.
    public var kept: [KeptReview]

    public init(
        name: String = "", seed: UInt64 = 1, k: Int, round: Int = 1, policy: Policy = Policy(),
        learners: [Learner], submissions: [Submission], conflicts: [Conflict] = [],
        history: [PastReview] = [], kept: [KeptReview] = []
    ) {
        self.name = name
        self.seed = seed
        self.k = k
        self.round = round
        self.policy = policy
        self.learners = learners
        self.submissions = submissions
        self.conflicts = conflicts
        self.history = history
        self.kept = kept
    }
}

extension Scenario: Codable {
    enum CodingKeys: String, CodingKey {
        case format, name, seed, k, round, policy, learners, submissions, conflicts, history, kept
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let format = try fields.decodeIfPresent(String.self, forKey: .format)
        guard format == nil || format == Self.format else {
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: fields, debugDescription: "expected \(Self.format)")
        }
        self.init(
            name: try fields.decodeIfPresent(String.self, forKey: .name) ?? "",
            seed: try fields.seedIfPresent(forKey: .seed) ?? 1,
            k: try fields.wholeNumber(forKey: .k),
            round: try fields.wholeNumberIfPresent(forKey: .round) ?? 1,
            policy: try fields.decodeIfPresent(Policy.self, forKey: .policy) ?? Policy(),
            learners: try fields.decode([Learner].self, forKey: .learners),
            submissions: try fields.decode([Submission].self, forKey: .submissions),
            conflicts: try fields.decodeIfPresent([Conflict].self, forKey: .conflicts) ?? [],
            history: try fields.decodeIfPresent([PastReview].self, forKey: .history) ?? [],
            kept: try fields.decodeIfPresent([KeptReview].self, forKey: .kept) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(Self.format, forKey: .format)
        try fields.encode(name, forKey: .name)
        try fields.encode(seed, forKey: .seed)
        try fields.encode(k, forKey: .k)
        try fields.encode(round, forKey: .round)
        try fields.encode(policy, forKey: .policy)
        try fields.encode(learners, forKey: .learners)
        try fields.encode(submissions, forKey: .submissions)
        try fields.encode(conflicts, forKey: .conflicts)
        try fields.encode(history, forKey: .history)
        try fields.encode(kept, forKey: .kept)
    }
}

extension KeyedDecodingContainer {
    /// A number without a fraction; another one is named with its place, which `decode(Int.self)` would not do.
    func wholeNumber(forKey key: Key) throws -> Int {
        guard let number = Int(exactly: try decode(Double.self, forKey: key)) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "not a whole number")
        }
        return number
    }

    func wholeNumberIfPresent(forKey key: Key) throws -> Int? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        return try wholeNumber(forKey: key)
    }

    /// Any number that 64 bits hold; a double would lose the last digits of some.
    func seedIfPresent(forKey key: Key) throws -> UInt64? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        guard let seed = try? decode(UInt64.self, forKey: key) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "not a whole number")
        }
        return seed
    }
}
