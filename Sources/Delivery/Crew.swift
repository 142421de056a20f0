/// The workers of one platform: how many messages are under way, and since when each.
///
/// A few connections that are kept busy cost a third less than many that carry a little each, so a few workers do all
/// the work as long as answers come quickly. One whose answer is slow does not count against the others: a far or
/// hanging server gets more of them. A value with the time passed in (seconds since 1970).
struct Crew {
    /// So many messages are under way at once while each is answered quickly.
    static let usual = 8
    /// So many at most.
    static let most = 64
    /// Seconds after which a message counts as slow.
    static let patience = 0.1

    /// Clocks count in other units, and a rounding error must not make an alarm come too early again and again.
    private static let grain = 0.001

    /// When each worker's message left; infinite where there is no such worker.
    private var starts: [Double] = []

    var count: Int { starts.count { $0 < .infinity } }

    /// When one more may begin: at once (`-infinity`), when the first of the quick ones counts as slow, or not before one
    /// ends (`infinity`).
    func opens(at moment: Double) -> Double {
        guard count < Self.most else { return .infinity }
        var (quick, earliest) = (0, Double.infinity)
        for start in starts where start + Self.patience > moment + Self.grain && start < .infinity {
            quick += 1
            earliest = min(earliest, start + Self.patience)
        }
        return quick < Self.usual ? -.infinity : earliest
    }

    /// - Returns: the new worker's number.
    mutating func begin(at moment: Double) -> Int {
        if let place = starts.firstIndex(of: .infinity) {
            starts[place] = moment
            return place
        }
        starts.append(moment)
        return starts.count - 1
    }

    /// A worker is done with its message.
    /// - Returns: whether it may take another one at once.
    mutating func goesOn(_ worker: Int, at moment: Double) -> Bool {
        end(worker)
        guard opens(at: moment) <= moment else { return false }
        starts[worker] = moment
        return true
    }

    mutating func end(_ worker: Int) { starts[worker] = .infinity }
}
