/// Which rules a cohort chose where there is a choice.
public struct Policy: Hashable, Sendable {
    public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
        /// A reviewer must read the work's language.
        case required
        /// Reading the work's language is the first wish, not a condition.
        case preferred
    }

    public enum SameGroup: String, Hashable, Sendable, Codable, CaseIterable {
        case excluded, allowed
    }

    public var language: Language
    public var sameGroup: SameGroup

    public init(language: Language = .required, sameGroup: SameGroup = .excluded) {
        self.language = language
        self.sameGroup = sameGroup
    }
}

extension Policy: Codable {
    enum CodingKeys: String, CodingKey {
        case language
        case sameGroup = "same_group"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            language: try fields.decodeIfPresent(Language.self, forKey: .language) ?? .required,
            sameGroup: try fields.decodeIfPresent(SameGroup.self, forKey: .sameGroup) ?? .excluded)
    }
}
