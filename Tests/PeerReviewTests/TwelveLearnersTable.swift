import PeerReview

/// Twelve learners of one course in their third round: clock, level, and whom each has reviewed before.
///
/// The best matching is known from another solver: soft cost 0.6227.
enum TwelveLearnersTable {
    static let rows: [(offset: Int, level: Int, past: [Int])] = [
        (-300, 2, [2, 4, 5, 6, 8, 9]),
        (-300, 0, [0, 3, 6, 7, 9]),
        (330, 2, [0, 4, 5, 6, 8, 9]),
        (330, 2, [0, 1, 2, 8, 10, 11]),
        (-180, 2, [1, 5, 6, 7, 8]),
        (0, 4, [3, 4, 8, 10, 11]),
        (-480, 0, [0, 2, 3, 5, 8]),
        (0, 2, [0, 2, 3, 6, 9]),
        (-300, 3, [3, 5, 9, 10, 11]),
        (330, 0, [0, 2, 4, 5, 10, 11]),
        (330, 0, [1, 4, 7, 9, 11]),
        (60, 2, [1, 4, 7, 10]),
    ]

    static var scenario: Scenario {
        Scenario(
            k: 3, round: 3,
            learners: rows.enumerated().map { index, row in
                Learner(
                    id: "u\(index)", utcOffsetMinutes: row.offset, languages: ["en"],
                    level: row.level)
            },
            submissions: rows.indices.map {
                Submission(id: "s\($0)", authors: ["u\($0)"], language: "en")
            },
            history: rows.enumerated().flatMap { index, row in
                row.past.map { PastReview(round: 1, reviewer: "u\(index)", author: "u\($0)") }
            })
    }
}
