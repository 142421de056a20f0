import CoreMetrics

/// The one class behind every kind of metric that swift-metrics asks for; it writes to a `Metric`.
final class MetricHandler: CounterHandler, FloatingPointCounterHandler, RecorderHandler,
    MeterHandler,
    TimerHandler
{
    private let metric: Metric

    init(_ metric: Metric) { self.metric = metric }

    func increment(by amount: Int64) { metric.update { $0.add(Double(amount)) } }
    func increment(by amount: Double) { metric.update { $0.add(amount) } }
    func decrement(by amount: Double) { metric.update { $0.add(-amount) } }
    func set(_ value: Int64) { metric.update { $0.set(Double(value)) } }
    func set(_ value: Double) { metric.update { $0.set(value) } }
    func reset() { metric.update { $0.reset() } }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        metric.update { $0.kind == .histogram ? $0.observe(value) : $0.set(value) }
    }

    /// A timer's distribution is in seconds, the base unit.
    func recordNanoseconds(_ duration: Int64) {
        metric.update { $0.observe(Double(duration) / 1_000_000_000) }
    }
}
