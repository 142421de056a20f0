import PeerReview
import Testing

/// Simulated reviewers on a real allocation, with the works' true worths known.
struct ReviewWorld {
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case honest, biased, careless, generous, skilled
        var testDescription: String { rawValue }
    }

    private(set) var ratings: [Rating] = []
    private(set) var worths: [String: Double] = [:]

    /// Honest reviewers err by 7 points; the others are the worlds of the design.
    init(_ kind: Kind, learners n: Int, k: Int, seed: UInt64) {
        var dice = Dice(seed: seed)
        let allocation = Allocator(seed: seed, steps: 2000).allocate(.plain(learners: n, k: k))
        var worth: [Double] = []
        for index in 0..<n {
            let value = max(20, min(100, 72 + 13 * dice.normal()))
            worth.append(value)
            worths["s\(index)"] = value
        }
        let biases = (0..<n).map { _ in kind == .biased ? 8 * dice.normal() : 0 }
        let isOdd = (0..<n).map { _ in dice.roll(1...100) <= 15 }
        for assignment in allocation.assignments {
            guard let reviewer = Int(assignment.reviewer.dropFirst()),
                let work = Int(assignment.submission.dropFirst())
            else { continue }
            var score = worth[work] + biases[reviewer] + 7 * dice.normal()
            if kind == .careless, isOdd[reviewer] { score = 72 + 20 * dice.normal() }
            if kind == .generous, isOdd[reviewer] { score = Double(dice.roll(95...100)) }
            if kind == .skilled {
                let noise = 3 + (100 - worth[reviewer]) / 4
                score = worth[work] + noise * dice.normal()
            }
            ratings.append(
                Rating(
                    reviewer: assignment.reviewer, submission: assignment.submission,
                    score: max(0, min(100, score.rounded()))))
        }
    }

    /// The root of the mean square error of estimates.
    func error(_ estimates: [String: Double]) -> Double {
        let squares = worths.map { id, worth in
            let error = (estimates[id] ?? 0) - worth
            return error * error
        }
        return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    }

    var means: [String: Double] {
        Dictionary(grouping: ratings, by: \.submission).compactMapValues {
            PeerScore($0.map(\.score))?.mean
        }
    }
}

extension Dice {
    /// Nearly normal: twelve rolls have variance one.
    mutating func normal() -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double(roll(0...1_000_000)) / 1_000_000 }
    }
}
