package import CoreMetrics
import FoundationEssentials
import Synchronization
package import Web

/// The metrics of the process, kept for Prometheus to fetch.
///
/// Counters are counters, gauges are meters or recorders that do not aggregate, distributions are timers (in
/// seconds) and recorders that do. A series beyond the limit is counted and not kept: a label that turns out to
/// have a thousand values must not fill the operator's disk.
package final class PrometheusMetrics: MetricsFactory {
    private struct Family {
        let kind: Series.Kind
        var metrics: [String: Metric] = [:]
    }

    private struct State {
        var families: [String: Family] = [:]
        var lines = 0
        var refused = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// Keeps at most so many series; each bucket of a distribution is one.
    package init(limit: Int = 500) { self.limit = limit }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        handler(.counter, label, dimensions)
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        handler(.counter, label, dimensions)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        handler(.gauge, label, dimensions)
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        handler(aggregate ? .histogram : .gauge, label, dimensions)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        handler(.histogram, label, dimensions)
    }

    // A counter that its owner lets go keeps its value: the same label made again goes on from there.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// Everything in Prometheus' text format, version 0.0.4, with the process's own figures where there are some.
    package func page(_ process: ProcessFigures? = nil) -> String {
        let (families, refused) = state.withLock { ($0.families, $0.refused) }
        var page = PrometheusPage()
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            for (labels, metric) in family.metrics.sorted(by: { $0.key < $1.key }) {
                page.add(metric.current, name: name, labels: labels)
            }
        }
        page.add(
            Series(.counter, value: Double(refused)),
            name: "cohortbot_metrics_series_refused_total")
        if let process {
            page.add(Series(.counter, value: process.cpuSeconds), name: "process_cpu_seconds_total")
            page.add(
                Series(.gauge, value: Double(process.residentBytes)),
                name: "process_resident_memory_bytes")
            page.add(Series(.gauge, value: Double(process.threads)), name: "process_threads")
            page.add(
                Series(.gauge, value: Double(process.virtualBytes)),
                name: "process_virtual_memory_bytes")
        }
        return page.text
    }

    /// `/metrics`; the closure reads `/proc/self/stat`.
    package func route(stat: @escaping @Sendable () -> String?) -> WebRoute {
        WebRoute(.get, "/metrics") { [self] _ in
            WebResponse(
                contentType: "text/plain; version=0.0.4; charset=utf-8",
                body: Data(page(stat().flatMap { ProcessFigures(stat: $0) }).utf8))
        }
    }

    private func handler(
        _ kind: Series.Kind, _ label: String, _ dimensions: [(String, String)]
    ) -> MetricHandler {
        let name = PrometheusPage.name(label)
        let labels = PrometheusPage.labels(dimensions)
        let known = MetricTable.entries[name]?.buckets ?? []
        let bounds = known.isEmpty ? MetricTable.usualBuckets : known
        let series = Series(kind, bounds: kind == .histogram ? bounds : [])
        let metric = state.withLock { state in
            var family = state.families[name] ?? Family(kind: kind)
            if family.kind == kind, let metric = family.metrics[labels] { return metric }
            let metric = Metric(series)
            guard family.kind == kind, state.lines + series.lines <= limit else {
                state.refused += 1
                return metric
            }
            family.metrics[labels] = metric
            state.families[name] = family
            state.lines += series.lines
            return metric
        }
        return MetricHandler(metric)
    }
}
