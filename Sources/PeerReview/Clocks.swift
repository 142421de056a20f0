/// The different clocks of a round and how far apart they are: learners share a few dozen offsets, so gaps are a table.
struct Clocks {
    /// The different offsets, ascending.
    let offsets: [Int]
    private let clocks: [Int32]
    private let workClocks: [Int32]
    private let gaps: [Int32]

    /// - Parameters:
    ///   - offsets: minutes from UTC by learner.
    ///   - authors: learners by work; a team's first author is the one who hands in and talks with the reviewers.
    init(offsets: [Int], authors: [[Int]]) {
        let distinct = Set(offsets).sorted()
        var places: [Int: Int32] = [:]
        for (place, offset) in distinct.enumerated() { places[offset] = Int32(place) }
        let clocks = offsets.map { places[$0] ?? 0 }
        self.offsets = distinct
        self.clocks = clocks
        // A work without a known author is near everybody: a row and column of zeros behind the others.
        let nowhere = Int32(distinct.count)
        workClocks = authors.map { $0.first.map { clocks[$0] } ?? nowhere }
        let size = distinct.count + 1
        var gaps = [Int32](repeating: 0, count: size * size)
        for (row, one) in distinct.enumerated() {
            for (column, other) in distinct.enumerated() {
                let apart = abs(one - other) % 1440
                gaps[row * size + column] = Int32(min(apart, 1440 - apart))
            }
        }
        self.gaps = gaps
    }

    /// Which of `offsets` is the learner's.
    func clock(of learner: Int) -> Int { Int(clocks[learner]) }

    /// Which of `offsets` is the first author's; one past the last where no author is known.
    func clock(ofWork work: Int) -> Int { Int(workClocks[work]) }

    /// Minutes between two clocks, the short way round the day.
    func gap(_ one: Int, _ other: Int) -> Int {
        Int(gaps[one &* (offsets.count &+ 1) &+ other])
    }
}
