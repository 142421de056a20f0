import Testing

@testable import CurlHTTP

@Suite struct LoopThreadTests {
    @Test("joining waits for the work, a second time for nothing")
    func joining() throws {
        let done = Locked(false)
        let thread = try #require(LoopThread { done.withLock { $0 = true } })
        thread.join()
        #expect(done.withLock { $0 })
        thread.join()
        thread.detach()
    }
}
