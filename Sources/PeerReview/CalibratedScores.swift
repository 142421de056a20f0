/// Scores freed, as far as the numbers show it, of who happened to review: harsh and generous reviewers are levelled,
/// careless ones count less.
///
/// Each score is taken as the work's worth, plus the reviewer's bias, plus noise as large as the reviewer is unreliable
/// (the model PG1 of Piech and others, 2013). The three are estimated in turn until they agree. In simulations this
/// beats the mean where reviewers differ and equals it where they do not; with fewer than ten works or
/// three reviews each there is too little to tell a harsh reviewer from a weak work, and nothing is offered.
public struct CalibratedScores: Hashable, Sendable {
    /// By work: 0 … 100.
    public let scores: [Submission.ID: Double]
    /// By reviewer: how many points too generous, below zero too harsh.
    public let biases: [Learner.ID: Double]
    /// By reviewer: how much a score of theirs counts beside that of an average reviewer.
    public let weights: [Learner.ID: Double]

    /// The fewest scored works, and reviews asked for a work, that allow a calibration.
    public static let fewestWorks = 10
    public static let fewestReviews = 3

    /// nil where there are too few scores to learn from; a score that is not a finite number is not counted.
    ///
    /// - Parameters:
    ///   - ratings: all scores of a round.
    ///   - k: how many reviews each work should have had.
    ///   - passes: how often the estimates are brought closer to each other.
    public init?(_ ratings: some Sequence<Rating>, k: Int, passes: Int = 60) {
        // In a fixed order, so that equal ratings add up to the same last digit.
        let ratings = ratings.filter(\.score.isFinite).sorted {
            ($0.submission, $0.reviewer, $0.score) < ($1.submission, $1.reviewer, $1.score)
        }
        let works = Set(ratings.map(\.submission)).sorted()
        let reviewers = Set(ratings.map(\.reviewer)).sorted()
        guard k >= Self.fewestReviews, works.count >= Self.fewestWorks else { return nil }
        var estimate = Estimate(ratings, works: works, reviewers: reviewers)
        for _ in 0..<max(1, passes) { estimate.improve() }
        scores = Dictionary(
            uniqueKeysWithValues: zip(works, estimate.worths.map { min(100, max(0, $0)) }))
        biases = Dictionary(uniqueKeysWithValues: zip(reviewers, estimate.biases))
        let average = estimate.precisions.reduce(0, +) / Double(reviewers.count)
        weights = Dictionary(
            uniqueKeysWithValues: zip(reviewers, estimate.precisions.map { $0 / average }))
    }
}

/// One reviewer's score for one work.
public struct Rating: Hashable, Sendable {
    public var reviewer: Learner.ID
    public var submission: Submission.ID
    public var score: Double

    public init(reviewer: Learner.ID, submission: Submission.ID, score: Double) {
        self.reviewer = reviewer
        self.submission = submission
        self.score = score
    }
}

/// What is believed of works and reviewers, and how it is brought closer to the ratings.
private struct Estimate {
    private let ratings: [(reviewer: Int, work: Int, score: Double)]
    private let mean: Double
    private(set) var worths: [Double]
    private(set) var biases: [Double]
    /// One over the variance of each reviewer's noise.
    private(set) var precisions: [Double]
    private var worthVariances: [Double]
    private var biasVariances: [Double]
    /// How far works differ, learned along the way.
    private var worthSpread = 144.0
    /// How far biases differ, likewise.
    private var biasSpread = 36.0
    /// A usual reviewer errs by seven points; each is believed to, as firmly as if four scores had shown it.
    ///
    /// Not learned: with three scores each, what is learned follows the loudest reviewers.
    private static let noise = 49.0
    private static let trust = 4.0

    init(_ ratings: [Rating], works: [String], reviewers: [String]) {
        let numbered = { (names: [String]) in
            Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        }
        let (work, reviewer) = (numbered(works), numbered(reviewers))
        self.ratings = ratings.map {
            (reviewer[$0.reviewer] ?? 0, work[$0.submission] ?? 0, $0.score)
        }
        mean = ratings.reduce(0) { $0 + $1.score } / Double(ratings.count)
        worths = works.map { _ in 0 }
        biases = reviewers.map { _ in 0 }
        precisions = reviewers.map { _ in 1 / Self.noise }
        worthVariances = works.map { _ in 0 }
        biasVariances = reviewers.map { _ in 0 }
    }

    mutating func improve() {
        var sums = worths.map { _ in mean / worthSpread }
        var weights = worths.map { _ in 1 / worthSpread }
        for rating in ratings {
            let precision = precisions[rating.reviewer]
            sums[rating.work] += precision * (rating.score - biases[rating.reviewer])
            weights[rating.work] += precision
        }
        for work in worths.indices {
            worths[work] = sums[work] / weights[work]
            worthVariances[work] = 1 / weights[work]
        }

        sums = biases.map { _ in 0 }
        weights = biases.map { _ in 1 / biasSpread }
        for rating in ratings {
            let precision = precisions[rating.reviewer]
            sums[rating.reviewer] += precision * (rating.score - worths[rating.work])
            weights[rating.reviewer] += precision
        }
        for reviewer in biases.indices {
            biases[reviewer] = sums[reviewer] / weights[reviewer]
            biasVariances[reviewer] = 1 / weights[reviewer]
        }

        var errors = biases.map { _ in Self.trust * Self.noise }
        var counts = biases.map { _ in Self.trust }
        for rating in ratings {
            let error = rating.score - worths[rating.work] - biases[rating.reviewer]
            errors[rating.reviewer] +=
                error * error + worthVariances[rating.work] + biasVariances[rating.reviewer]
            counts[rating.reviewer] += 1
        }
        for reviewer in precisions.indices {
            precisions[reviewer] = counts[reviewer] / errors[reviewer]
        }
        spread()
    }

    /// Learns how much works and biases vary in this round.
    private mutating func spread() {
        let works = Double(worths.count)
        let reviewers = Double(biases.count)
        worthSpread =
            zip(worths, worthVariances).reduce(0) {
                $0 + ($1.0 - mean) * ($1.0 - mean) + $1.1
            } / works
        biasSpread = zip(biases, biasVariances).reduce(0) { $0 + $1.0 * $1.0 + $1.1 } / reviewers
        worthSpread = max(25, worthSpread)
        biasSpread = max(1, biasSpread)
    }
}
