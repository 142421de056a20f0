/// One group of `bot-config/synonyms.yaml`: words that mean the same.
package struct WordGroup: Hashable, Sendable {
    /// One or more words each.
    package let words: [String]
    /// The language that they are said in.
    package let language: String
    /// The id of the one cohort that says so; nil for all.
    package let cohort: String?

    package init(words: [String], language: String = "en", cohort: String? = nil) {
        self.words = words
        self.language = language
        self.cohort = cohort
    }
}
