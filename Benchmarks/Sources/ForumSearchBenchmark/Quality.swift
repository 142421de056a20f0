import ForumSearch
import Foundation

/// How well a set's questions are answered.
struct Quality {
    private let name: String
    private var plain = Ranking()
    private var misspelt = Ranking()
    /// Shares of: what was called answered and was; the questions so answered; those called answered without an answer.
    private var precision = 0.0
    private var recall = 0.0
    private var falseAnswers = 0.0

    init(of set: QuestionSet) {
        name = set.name
        let index = ForumIndex()
        for thread in set.threads { index.add(thread) }
        let byID = Dictionary(set.threads.map { ($0.id, $0) }) { first, _ in first }
        var chance = Chance(seed: 1)
        var called = 0.0
        var right = 0.0
        var wrong = 0.0
        let answerable = set.questions.filter { !$0.grades.isEmpty }
        for question in answerable {
            let result = index.search(question.text, withSnippets: false)
            plain.add(result.hits.map(\.id), question.grades)
            if result.band == .answered {
                called += 1
                if question.grades[result.hits.first?.id ?? ""] ?? 0 > 0 { right += 1 }
            }
            let slips = index.search(question.text.misspelt(&chance), withSnippets: false)
            misspelt.add(slips.hits.map(\.id), question.grades)
            for id in question.grades.keys { index.remove(id) }
            if index.search(question.text, withSnippets: false).band == .answered { wrong += 1 }
            for id in question.grades.keys { if let thread = byID[id] { index.add(thread) } }
        }
        let count = Double(max(1, answerable.count))
        (precision, recall, falseAnswers) = (right / max(1, called), right / count, wrong / count)
    }

    init(meanOf rows: [Quality]) {
        name = "mean"
        let count = Double(max(1, rows.count))
        for row in rows {
            plain.add(row.plain, share: 1 / count)
            misspelt.add(row.misspelt, share: 1 / count)
            precision += row.precision / count
            recall += row.recall / count
            falseAnswers += row.falseAnswers / count
        }
    }

    var line: String {
        "\(name.padding(toLength: 14, withPad: " ", startingAt: 0)) \(plain.words)  slips "
            + "\(misspelt.words)  answered: "
            + String(
                format: "precision %.3f recall %.3f false %.3f", precision, recall, falseAnswers)
    }
}

/// Means over questions of how well they were ranked.
private struct Ranking {
    private var sums = [Double](repeating: 0, count: 4)
    private var count = 0.0

    mutating func add(_ ids: [String], _ grades: [String: Double]) {
        let gains = ids.prefix(10).map { grades[$0] ?? 0 }
        let ideal = Self.discounted(grades.values.sorted(by: >).prefix(10))
        sums[0] += ideal > 0 ? Self.discounted(gains[...]) / ideal : 0
        sums[1] += gains.first ?? 0 > 0 ? 1 : 0
        sums[2] += gains.prefix(3).contains { $0 > 0 } ? 1 : 0
        sums[3] += gains.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
        count += 1
    }

    mutating func add(_ other: Ranking, share: Double) {
        for place in sums.indices { sums[place] += share * other.sums[place] / max(1, other.count) }
        count = 1
    }

    var words: String {
        sums.map { String(format: "%.3f", $0 / max(1, count)) }.joined(separator: " ")
    }

    private static func discounted(_ gains: ArraySlice<Double>) -> Double {
        gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
    }
}
