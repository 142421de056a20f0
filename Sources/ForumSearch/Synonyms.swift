/// Expressions that mean the same in a cohort, in both directions.
public struct Synonyms: Hashable, Sendable {
    public struct Pair: Hashable, Sendable, Codable {
        /// One or more words each.
        public var one: String
        public var other: String
        public var language: String

        public init(_ one: String, _ other: String, language: String = "en") {
            self.one = one
            self.other = other
            self.language = language
        }
    }

    public var pairs: [Pair]

    public init(_ pairs: [Pair]) { self.pairs = pairs }

    public static let none = Synonyms([])

    /// What people say who are new to the bubble, and what insiders say.
    public static let insiders = Synonyms([
        Pair("homework", "assignment"), Pair("certificate", "credential"),
        Pair("teacher", "instructor"), Pair("student", "learner"),
        Pair("online class", "MOOC"), Pair("video lecture", "MOOC video"),
        Pair("discussion forum", "peer forum"), Pair("test", "quiz"), Pair("grade", "score"),
        Pair("platform", "LMS"),
    ])
}
