import CurlHTTP

/// The same exchanges as the C reference's, and what that program does not have to do: cancellation,
/// memory over a long run, and nothing at all.
struct Benchmark {
    let base: String

    enum Fault: Error { case badURL }

    private func url(_ path: String) throws -> HTTPURL {
        guard let url = HTTPURL(base + path) else { throw Fault.badURL }
        return url
    }

    private func request() throws -> HTTPRequest {
        HTTPRequest(
            method: .post, url: try url("/bot/sendMessage"),
            headers: ["Content-Type": "application/json"],
            body: Array(#"{"chat_id":1,"text":"pong"}"#.utf8))
    }

    private func exchange(_ client: HTTPClient, inFlight: Int, requests: Int) async throws {
        let request = try request()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<inFlight {
                let share = requests / inFlight + (index < requests % inFlight ? 1 : 0)
                group.addTask {
                    for _ in 0..<share { _ = try await client.send(request) }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Requests per second and CPU microseconds per request.
    func throughput(inFlight: Int, requests: Int) async throws -> (perSecond: Double, cpu: Double) {
        let client = HTTPClient(HTTPConfiguration(maxConnections: inFlight))
        try await exchange(client, inFlight: inFlight, requests: 1_000)
        let cpu = Process.cpuSeconds
        let start = ContinuousClock.now
        try await exchange(client, inFlight: inFlight, requests: requests)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let used = Process.cpuSeconds - cpu
        await client.shutDown()
        return (Double(requests) / seconds, used / Double(requests) * 1e6)
    }

    /// Resident KiB after 20,000 and after 100,000 requests, 64 in flight.
    func memory() async throws -> (early: Int, late: Int) {
        let client = HTTPClient(HTTPConfiguration(maxConnections: 64))
        try await exchange(client, inFlight: 64, requests: 20_000)
        let early = Process.residentKiB
        try await exchange(client, inFlight: 64, requests: 80_000)
        let late = Process.residentKiB
        await client.shutDown()
        return (early, late)
    }

    /// Milliseconds from `cancel()` to the task's end, sorted; each request waits for an answer that
    /// never comes.
    func cancellation(times: Int) async throws -> [Double] {
        let client = HTTPClient()
        let request = HTTPRequest(url: try url("/wait"))
        var latencies: [Double] = []
        for _ in 0..<times {
            let task = Task { try await client.send(request) }
            try await Task.sleep(for: .milliseconds(2))
            let start = ContinuousClock.now
            task.cancel()
            _ = await task.result
            latencies.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        await client.shutDown()
        return latencies.sorted()
    }

    /// CPU milliseconds per second of a client with one kept connection and nothing to do.
    func idle(seconds: Int) async throws -> Double {
        let client = HTTPClient()
        try await exchange(client, inFlight: 1, requests: 10)
        try await Task.sleep(for: .milliseconds(100))
        let cpu = Process.cpuSeconds
        try await Task.sleep(for: .seconds(seconds))
        let used = Process.cpuSeconds - cpu
        await client.shutDown()
        return used * 1000 / Double(seconds)
    }
}
