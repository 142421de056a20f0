import Glibc

/// `CurlHTTPBenchmark URL throughput IN_FLIGHT REQUESTS | memory | cancellation | idle`: one line each.
@main
struct Main {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count >= 3 else { exit(64) }
        let benchmark = Benchmark(base: words[1])
        switch words[2] {
        case "throughput":
            guard words.count == 5, let inFlight = Int(words[3]), let requests = Int(words[4])
            else {
                exit(64)
            }
            let figures = try await benchmark.throughput(inFlight: inFlight, requests: requests)
            print("\(Int(figures.perSecond)) \((figures.cpu * 10).rounded() / 10)")
        case "memory":
            let figures = try await benchmark.memory()
            print(
                "RSS \(figures.early) KiB after 20,000 requests, \(figures.late) KiB after 100,000:",
                "growth \(figures.late - figures.early) KiB")
        case "cancellation":
            let sorted = try await benchmark.cancellation(times: 500)
            let shown = [
                sorted[sorted.count / 2], sorted[sorted.count * 99 / 100], sorted.last ?? 0,
            ]
            .map { "\(($0 * 1000).rounded() / 1000)" }
            print("cancellation ms: p50 \(shown[0])  p99 \(shown[1])  max \(shown[2])")
        case "idle":
            let used = try await benchmark.idle(seconds: 3)
            print("idle: \((used * 1000).rounded() / 1000) ms of CPU per second")
        default: exit(64)
        }
    }
}
