/// One series of a metric: a number that counts, a number that moves, or a distribution over buckets.
struct Series: Sendable {
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    let kind: Kind
    let bounds: [Double]
    private(set) var value: Double
    private(set) var count: UInt64 = 0
    private(set) var inBucket: [UInt64]

    init(_ kind: Kind, bounds: [Double] = [], value: Double = 0) {
        self.kind = kind
        self.value = value
        self.bounds = bounds
        inBucket = Array(repeating: 0, count: bounds.count)
    }

    mutating func set(_ new: Double) { value = new }

    /// A counter never goes back, and what is no number is not counted.
    mutating func add(_ amount: Double) {
        guard amount.isFinite, kind != .counter || amount >= 0 else { return }
        value += amount
    }

    mutating func observe(_ amount: Double) {
        guard amount.isFinite else { return }
        value += amount
        count += 1
        if let index = bounds.firstIndex(where: { amount <= $0 }) { inBucket[index] += 1 }
    }

    mutating func reset() { self = Series(kind, bounds: bounds) }

    /// How many lines it takes: what a scraper stores.
    var lines: Int { kind == .histogram ? bounds.count + 3 : 1 }
}
