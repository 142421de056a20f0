/// The fitted numbers of the confidence.
///
/// Fitted on four question sets, each with and without its answers in the forum, and judged on the set left out: at
/// `answered`, 93 % of the first hits were right; so were called 29 % of the questions that the forum answers, and 5 %
/// of those whose answer had been taken out. A fifth set, of official FAQs that say the same thing many times over, was
/// only judged: there, one first hit in five is the one its judges had marked, whoever searches.
enum Calibration {
    static let bias = -3.151
    static let score = 5.323
    static let relativeMargin = 5.365
    /// A title spelt like the question is in the score already; what it is beyond its words says less.
    static let cosine = -1.109
    static let length = 0.503
    static let coverage = -0.874
    /// Below this share of covered words confidence falls in proportion: a lone hit on one word of six is no answer.
    static let neededCoverage = 0.5
    static let answered = 0.7
    static let candidates = 0.1
}
