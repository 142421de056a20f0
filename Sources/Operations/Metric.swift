import Synchronization

/// The place of one series that callers write to, from any thread.
final class Metric: Sendable {
    private let series: Mutex<Series>

    init(_ series: Series) { self.series = Mutex(series) }

    var current: Series { series.withLock { $0 } }

    func update(_ change: (inout Series) -> Void) { series.withLock { change(&$0) } }
}
