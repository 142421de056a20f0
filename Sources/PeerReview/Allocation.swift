/// Who reviews which work, and which works could not get enough reviews.
///
/// Its JSON is `cohortbot.peer-review.allocation/1`. Kept reviews are among the assignments.
public struct Allocation: Hashable, Sendable {
    public static let format = "cohortbot.peer-review.allocation/1"

    /// Sorted as the scenario lists reviewers, then works, so that equal allocations are equal values.
    public var assignments: [Assignment]
    public var unmet: [Unmet]

    public init(assignments: [Assignment], unmet: [Unmet] = []) {
        self.assignments = assignments
        self.unmet = unmet
    }
}

/// One review to write.
public struct Assignment: Hashable, Sendable, Codable {
    public var reviewer: String
    public var submission: String

    public init(reviewer: String, submission: String) {
        self.reviewer = reviewer
        self.submission = submission
    }
}

/// A work with fewer reviews than asked for, and why.
public struct Unmet: Hashable, Sendable, Codable {
    /// What keeps most of the others from reviewing the work.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        case inactive, author = "self", group, conflict, language
        /// Those who may review it have all they can take.
        case load
    }

    public var submission: String
    public var missing: Int
    public var reason: Reason
    /// Who may review the work, why the others may not, and three ways out: one paragraph of English.
    public var message: String

    public init(submission: String, missing: Int, reason: Reason, message: String) {
        self.submission = submission
        self.missing = missing
        self.reason = reason
        self.message = message
    }
}

extension Allocation: Codable {
    enum CodingKeys: String, CodingKey { case format, assignments, unmet }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let format = try fields.decodeIfPresent(String.self, forKey: .format)
        guard format == nil || format == Self.format else {
            throw DecodingError.dataCorruptedError(
                forKey: .format, in: fields, debugDescription: "expected \(Self.format)")
        }
        self.init(
            assignments: try fields.decode([Assignment].self, forKey: .assignments),
            unmet: try fields.decodeIfPresent([Unmet].self, forKey: .unmet) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(Self.format, forKey: .format)
        try fields.encode(assignments, forKey: .assignments)
        try fields.encode(unmet, forKey: .unmet)
    }
}
