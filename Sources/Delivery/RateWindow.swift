/// At most so many events in any window of a length: a ring of the last moments.
struct RateWindow: Hashable, Sendable {
    private var moments: [Double]
    private var oldest = 0
    private let limit: Int
    private let length: Double

    init(limit: Int, seconds length: Double) {
        self.limit = limit
        self.length = length
        moments = []
    }

    /// When the next event may happen: in the past, or later.
    var opens: Double { moments.count < limit ? -.infinity : moments[oldest] + length }

    mutating func take(at moment: Double) {
        if moments.count < limit {
            moments.append(moment)
        } else {
            moments[oldest] = moment
            oldest = (oldest + 1) % limit
        }
    }

    /// Whether every event is out of the window.
    func isEmpty(at moment: Double) -> Bool {
        moments.allSatisfy { $0 + length <= moment }
    }
}
