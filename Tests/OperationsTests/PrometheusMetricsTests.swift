import CoreMetrics
import Foundation
import Testing
import Web

@testable import Operations

@Suite struct PrometheusMetricsTests {
    private let metrics = PrometheusMetrics()

    private func lines(_ prefix: String, _ process: ProcessFigures? = nil) -> [String] {
        metrics.page(process).split(separator: "\n").map(String.init).filter {
            $0.hasPrefix(prefix) || $0.hasPrefix("# HELP \(prefix)")
                || $0.hasPrefix("# TYPE \(prefix)")
        }
    }

    @Test("a counter's series stand under one heading, labels by name")
    func counter() {
        let name = "cohortbot_updates_total"
        metrics.makeCounter(label: name, dimensions: [("source", "telegram"), ("kind", "text")])
            .increment(by: 2)
        metrics.makeCounter(label: name, dimensions: [("kind", "text"), ("source", "telegram")])
            .increment(by: 1)
        metrics.makeFloatingPointCounter(label: name, dimensions: [("kind", "press")])
            .increment(by: 0.5)
        #expect(
            lines(name) == [
                "# HELP \(name) Updates heard, by source and kind.",
                "# TYPE \(name) counter",
                "\(name){kind=\"press\"} 0.5",
                "\(name){kind=\"text\",source=\"telegram\"} 3",
            ])
    }

    @Test("a counter never goes back and ignores what is no number")
    func monotonic() {
        let counter = metrics.makeFloatingPointCounter(label: "n_total", dimensions: [])
        for amount in [1, -5, .nan, .infinity, 2] { counter.increment(by: amount) }
        #expect(lines("n_total") == ["# TYPE n_total counter", "n_total 3"])
    }

    @Test("a gauge moves both ways")
    func gauge() {
        let meter = metrics.makeMeter(label: "cohortbot_outbox_pending", dimensions: [])
        meter.set(Int64(5))
        meter.decrement(by: 2)
        metrics.makeRecorder(label: "temperature", dimensions: [], aggregate: false).record(1.5)
        #expect(lines("cohortbot_outbox_pending").last == "cohortbot_outbox_pending 3")
        #expect(lines("temperature") == ["# TYPE temperature gauge", "temperature 1.5"])
    }

    @Test("a timer is a cumulative distribution in seconds")
    func timer() {
        let name = "cohortbot_reminder_lateness_seconds"
        let timer = metrics.makeTimer(label: name, dimensions: [("cohort", "ml")])
        for nanoseconds: Int64 in [50_000_000, 700_000_000, 7_200_000_000_000] {
            timer.recordNanoseconds(nanoseconds)
        }
        #expect(
            lines(name).dropFirst() == [
                "# TYPE \(name) histogram",
                "\(name)_bucket{cohort=\"ml\",le=\"0.1\"} 1",
                "\(name)_bucket{cohort=\"ml\",le=\"0.5\"} 1",
                "\(name)_bucket{cohort=\"ml\",le=\"1\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"2\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"5\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"10\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"60\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"600\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"3600\"} 2",
                "\(name)_bucket{cohort=\"ml\",le=\"+Inf\"} 3",
                "\(name)_sum{cohort=\"ml\"} 7200.75",
                "\(name)_count{cohort=\"ml\"} 3",
            ])
    }

    @Test("names and label values are made what the format allows")
    func escaping() {
        metrics.makeCounter(
            label: "9 lives.total", dimensions: [("a-b", "back\\slash \"quoted\"\nline")]
        ).increment(by: 1)
        #expect(
            lines("_9_lives_total").last
                == #"_9_lives_total{a_b="back\\slash \"quoted\"\nline"} 1"#)
    }

    @Test("beyond the limit a series is counted and not kept; what is there goes on")
    func limit() {
        let small = PrometheusMetrics(limit: 3)
        for number in 0..<10 {
            small.makeCounter(label: "c_total", dimensions: [("n", "\(number)")]).increment(by: 1)
        }
        small.makeCounter(label: "c_total", dimensions: [("n", "0")]).increment(by: 1)
        let lines = small.page().split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("c_total{") } == 3)
        #expect(lines.contains(#"c_total{n="0"} 2"#))
        #expect(lines.contains("cohortbot_metrics_series_refused_total 7"))
    }

    @Test("one name is one kind: a second kind under it is refused")
    func oneKind() {
        metrics.makeCounter(label: "x_total", dimensions: []).increment(by: 1)
        metrics.makeMeter(label: "x_total", dimensions: [("a", "b")]).set(9.0)
        #expect(lines("x_total") == ["# TYPE x_total counter", "x_total 1"])
        #expect(lines("cohortbot_metrics_series_refused_total").last?.hasSuffix(" 1") == true)
    }

    @Test("the page is served as Prometheus' text format with the process's figures")
    func route() async {
        let stat = "7 (a) b) S 1 7 7 0 -1 0 9 0 0 0 150 50 0 0 20 0 4 0 100 8192 2 18446 1 1\n"
        let answer = await metrics.route { stat }.answer(WebRequest(path: "/metrics"))
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(answer.contentType == "text/plain; version=0.0.4; charset=utf-8")
        #expect(page.contains("\nprocess_cpu_seconds_total 2\n"))
        #expect(page.contains("\nprocess_threads 4\n"))
        #expect(page.hasSuffix("\n"))
    }
}
