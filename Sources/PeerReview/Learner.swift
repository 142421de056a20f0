/// A learner as the matching sees one: where, in which languages, how experienced, how much is bearable.
public struct Learner: Hashable, Sendable, Identifiable {
    public var id: String
    /// The zone's name, for people; the matching uses the offset.
    public var zone: String
    public var utcOffsetMinutes: Int
    /// Language tags the learner can review in; without any, only works that name no language.
    public var languages: [String]
    /// 0 (new) … 4; from `experienced` on a review counts as an experienced one.
    public var level: Int
    /// The share of promised reviews that were written, 0 … 1.
    public var reliability: Double
    /// Learners of one group do not review each other where the policy excludes it.
    public var group: String?
    public var active: Bool
    /// The most reviews this learner takes in a round; nil for no limit of one's own.
    public var maxLoad: Int?

    /// The level from which a reviewer counts as experienced.
    public static let experienced = 3

    public var isExperienced: Bool { level >= Self.experienced }

    public init(
        id: String, zone: String = "UTC", utcOffsetMinutes: Int = 0, languages: [String] = [],
        level: Int = 0, reliability: Double = 1, group: String? = nil, active: Bool = true,
        maxLoad: Int? = nil
    ) {
        self.id = id
        self.zone = zone
        self.utcOffsetMinutes = utcOffsetMinutes
        self.languages = languages
        self.level = level
        self.reliability = reliability
        self.group = group
        self.active = active
        self.maxLoad = maxLoad
    }
}

extension Learner: Codable {
    enum CodingKeys: String, CodingKey {
        case id
        case zone = "tz"
        case utcOffsetMinutes = "utc_offset_minutes"
        case languages, level, reliability, group, active
        case maxLoad = "max_load"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try fields.decode(String.self, forKey: .id),
            zone: try fields.decodeIfPresent(String.self, forKey: .zone) ?? "UTC",
            utcOffsetMinutes: try fields.wholeNumberIfPresent(forKey: .utcOffsetMinutes) ?? 0,
            languages: try fields.decodeIfPresent([String].self, forKey: .languages) ?? [],
            level: try fields.wholeNumberIfPresent(forKey: .level) ?? 0,
            reliability: try fields.decodeIfPresent(Double.self, forKey: .reliability) ?? 1,
            group: try fields.decodeIfPresent(String.self, forKey: .group),
            active: try fields.decodeIfPresent(Bool.self, forKey: .active) ?? true,
            maxLoad: try fields.wholeNumberIfPresent(forKey: .maxLoad))
    }
}
