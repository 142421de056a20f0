/// A work handed in for review, by one learner or by several together.
public struct Submission: Hashable, Sendable, Identifiable {
    public var id: String
    public var authors: [String]
    /// The language the work is written in; nil when any reviewer can read it.
    public var language: String?
    /// When it was handed in, as written in the file; the matching does not read it.
    public var submittedAt: String?
    /// Handed in after the round started.
    public var late: Bool

    public init(
        id: String, authors: [String], language: String? = nil, submittedAt: String? = nil,
        late: Bool = false
    ) {
        self.id = id
        self.authors = authors
        self.language = language
        self.submittedAt = submittedAt
        self.late = late
    }
}

extension Submission: Codable {
    enum CodingKeys: String, CodingKey {
        case id, authors, language
        case submittedAt = "submitted_at"
        case late
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try fields.decode(String.self, forKey: .id),
            authors: try fields.decode([String].self, forKey: .authors),
            language: try fields.decodeIfPresent(String.self, forKey: .language),
            submittedAt: try fields.decodeIfPresent(String.self, forKey: .submittedAt),
            late: try fields.decodeIfPresent(Bool.self, forKey: .late) ?? false)
    }
}
