import Glibc
import Testing

@testable import CurlHTTP

@Suite("HTTPClient as an executor") struct HTTPClientExecutorTests {
    @Test("tasks that prefer it run on its thread, children too, and their requests are answered")
    func oneThread() async throws {
        try await withLoopback(answersOK) { server, client in
            let request = HTTPRequest(url: try server.url())
            let threads = try await withTaskExecutorPreference(client) {
                try await withThrowingTaskGroup(of: UInt.self) { group in
                    for _ in 0..<100 {
                        group.addTask {
                            let status = try await client.answer(to: request).status
                            #expect(status == 200)
                            return thread()
                        }
                    }
                    return try await group.reduce(into: [thread()]) { $0.insert($1) } as Set
                }
            }
            #expect(threads.count == 1)
            let other = await pooled()
            #expect(!threads.contains(other))
        }
    }

    @Test("a task that never rests does not keep others from the network")
    func fairness() async throws {
        try await withLoopback(answersOK) { server, client in
            let request = HTTPRequest(url: try server.url())
            await withTaskExecutorPreference(client) {
                await withTaskGroup { group in
                    group.addTask { while !Task.isCancelled { await Task.yield() } }
                    for _ in 0..<3 { _ = try? await client.answer(to: request) }
                    group.cancelAll()
                }
            }
            #expect(server.requests.count == 3)
        }
    }

    @Test("tasks go on elsewhere once it is shut down")
    func afterwards() async throws {
        let client = HTTPClient(.direct)
        let before = await withTaskExecutorPreference(client) {
            let before = thread()
            await client.shutDown()
            await Task.yield()
            #expect(thread() != before)
            return before
        }
        await withTaskExecutorPreference(client) { #expect(thread() != before) }
    }
}

private func thread() -> UInt { UInt(pthread_self()) }

/// One of Swift's own threads.
@concurrent private func pooled() async -> UInt { thread() }
