/// Who reviews whom: each learner's works in a flat list, and the pairs who review each other, counted as it changes.
struct ReviewGraph {
    /// Pairs of learners who review each other.
    private(set) var mutualPairs = 0
    /// A learner's works are `works[starts[learner]..<starts[learner] + counts[learner]]`.
    private var works: [Int32]
    private let starts: [Int32]
    private var counts: [Int32]
    private let authors: [Int32]
    private let authorStarts: [Int32]

    /// - Parameters:
    ///   - authors: learners by work.
    ///   - room: the most works that each learner may ever have.
    init(authors: [[Int]], room: [Int]) {
        (starts, works) = Self.flat(room)
        counts = [Int32](repeating: 0, count: room.count)
        authorStarts = Self.flat(authors.map(\.count)).starts
        self.authors = authors.joined().map(Int32.init)
    }

    private static func flat(_ sizes: [Int]) -> (starts: [Int32], room: [Int32]) {
        var starts: [Int32] = [0]
        for size in sizes { starts.append((starts.last ?? 0) + Int32(size)) }
        return (starts, [Int32](repeating: 0, count: Int(starts.last ?? 0)))
    }

    /// How many works the learner reviews.
    func load(_ learner: Int) -> Int { Int(counts[learner]) }

    func contains(_ learner: Int, _ work: Int) -> Bool {
        let start = Int(starts[learner])
        for place in start..<start &+ Int(counts[learner]) where works[place] == Int32(work) {
            return true
        }
        return false
    }

    /// How many authors of the work review the learner.
    func returned(_ learner: Int, _ work: Int) -> Int {
        var count = 0
        for place in Int(authorStarts[work])..<Int(authorStarts[work &+ 1])
        where reviews(Int(authors[place]), learner) {
            count &+= 1
        }
        return count
    }

    mutating func add(_ learner: Int, _ work: Int) {
        mutualPairs += newPairs(learner, work)
        works[Int(starts[learner]) &+ Int(counts[learner])] = Int32(work)
        counts[learner] &+= 1
    }

    mutating func remove(_ learner: Int, _ work: Int) {
        let start = Int(starts[learner])
        for place in start..<start &+ Int(counts[learner]) where works[place] == Int32(work) {
            counts[learner] &-= 1
            works[place] = works[start &+ Int(counts[learner])]
            mutualPairs -= newPairs(learner, work)
            return
        }
    }

    /// The pairs that the review makes mutual, when it is not there.
    private func newPairs(_ learner: Int, _ work: Int) -> Int {
        var count = 0
        for place in Int(authorStarts[work])..<Int(authorStarts[work &+ 1]) {
            let author = Int(authors[place])
            if reviews(author, learner), !reviews(learner, author) { count &+= 1 }
        }
        return count
    }

    /// Whether one learner reviews a work of another.
    private func reviews(_ learner: Int, _ author: Int) -> Bool {
        let start = Int(starts[learner])
        for place in start..<start &+ Int(counts[learner]) {
            let work = Int(works[place])
            for index in Int(authorStarts[work])..<Int(authorStarts[work &+ 1])
            where authors[index] == Int32(author) {
                return true
            }
        }
        return false
    }
}
