/// One file of `bot-config/rubrics/`: what reviewers look at.
package struct RubricFile: Hashable, Sendable {
    /// The file's name without `.yaml`.
    package let id: String
    package let name: Located<String>
    package let criteria: [Criterion]

    /// One question to the reviewer.
    package struct Criterion: Hashable, Sendable {
        package let name: Located<String>
        package let prompt: String
        /// How much it counts beside the others.
        package let weight: Double
        package let points: Int
    }
}
