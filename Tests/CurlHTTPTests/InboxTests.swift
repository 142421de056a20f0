import Testing

@testable import CurlHTTP

@Suite struct InboxTests {
    @Test("commands come out once, in the order they went in")
    func order() {
        let inbox = Inbox()
        for id in 1...3 { inbox.put(.cancel(UInt64(id))) }
        var commands: [Inbox.Command] = []
        var jobs: [Inbox.Job] = []
        inbox.drain(into: &commands, &jobs)
        let ids = commands.map { command in
            if case .cancel(let id) = command { id } else { UInt64.max }
        }
        #expect(ids == [1, 2, 3])
        inbox.drain(into: &commands, &jobs)
        #expect(commands.isEmpty)
    }

    @Test("the thread may rest only when nothing came in since it last looked")
    func resting() {
        let inbox = Inbox()
        var commands: [Inbox.Command] = []
        var jobs: [Inbox.Job] = []
        #expect(inbox.mayRest())
        inbox.put(.cancel(1))
        #expect(!inbox.mayRest())
        inbox.drain(into: &commands, &jobs)
        #expect(inbox.mayRest())
    }

    @Test("a closed inbox answers what waits in it and what comes later")
    func closing() async throws {
        let inbox = Inbox()
        let url = try #require(HTTPURL("https://api.example/"))
        for closesFirst in [false, true] {
            await #expect(throws: HTTPFailure.shutDown(requestSent: false)) {
                try await withCheckedThrowingContinuation { continuation in
                    if closesFirst { inbox.close() }
                    inbox.put(.start(1, HTTPRequest(url: url), continuation))
                    inbox.close()
                }
            }
        }
        await withCheckedContinuation { inbox.put(.shutDown($0)) }
    }
}
