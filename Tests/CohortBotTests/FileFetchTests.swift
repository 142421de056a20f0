import Chat
import Cohorts
import Commands
import Dates
import Foundation
import Journal
import Support
import Synchronization
import Testing

@testable import CohortBot

@Suite("Fetching a file", .timeLimit(.minutes(10)))
struct FileFetchTests {
    /// Hands out files as a test says.
    private final class Scripted: ChatPlatform {
        let platform = Platform.telegram
        private let answers: Mutex<[FetchedFile]>

        init(_ answers: [FetchedFile]) { self.answers = Mutex(answers.reversed()) }

        func run(_ inbox: any Inbox) async throws {}
        func send(_ message: Message) async -> SendResult { .sent(id: nil) }
        func fetch(_ attachment: Chat.Attachment, upTo limit: Int) async -> FetchedFile {
            answers.withLock { $0.popLast() ?? .unreachable }
        }
    }

    private let clock = SteppedClock()
    private let files = MemoryFileSystem()

    private func means(_ answers: [FetchedFile]) throws -> WorkMeans {
        for folder in ["state", "state/files"] { try files.createDirectory(folder) }
        return WorkMeans(
            platforms: [Scripted(answers)], files: FileStore(directory: "state", files: files),
            clock: clock, logger: TrialBot.logger)
    }

    private func work(_ file: GivenFile) throws -> FileFetch {
        let request = FileRequest(
            file: file, limit: 8, command: "submit", given: [:],
            sender: Sender(Account(.telegram, "1"), name: "Lila"), place: .private)
        let job = Job(
            id: ShortID(rawValue: "j1"), task: .fetch(request), person: PersonID(rawValue: "p1"),
            room: RoomAddress(.telegram, "1"), replyTo: nil, startedAt: clock.now())
        let knowledge = Knowledge(
            owners: [], dates: DateReader(zones: .system), forum: ForumIndexes(), faq: [],
            commands: .all)
        return try #require(FileFetch(job, in: World(), knowledge: knowledge))
    }

    /// The kept file's name, or the key of the sentence that says why there is none.
    private func outcome(_ result: FileFetch.Result) -> String {
        switch result {
        case .content(let content): content.kept.name
        case .missing(let phrase): phrase.key
        }
    }

    @Test(
        "every outcome has its sentence, and only what arrived is kept",
        arguments: [
            (FetchedFile.bytes(Array("%PDF-1".utf8)), "file.pdf"), (.bytes([]), "files.empty"),
            (.bytes(Array(repeating: 1, count: 9)), "files.too-large-small"),
            (.tooLarge, "files.too-large-small"), (.gone, "files.gone"),
        ])
    func outcomes(answer: FetchedFile, expected: String) async throws {
        let (means, work) = (try means([answer]), try work(.sent(Attachment(id: "F"))))
        let result = try await work.run(with: means)
        #expect(outcome(result) == expected)
        let kept = files.tree.keys.count { $0.hasPrefix("state/files/") }
        #expect(kept == (expected == "file.pdf" ? 1 : 0))
        #expect(work.held(by: result).count == kept)
    }

    @Test("a service that fails is asked again at growing distances, for ten minutes")
    func again() async throws {
        let (means, work) = (try means([]), try work(.sent(Attachment(id: "F"))))
        async let result = work.run(with: means)
        for wait in [1.0, 2, 4, 8, 16, 32] + Array(repeating: 60, count: 9) {
            await clock.waitForSleeper(in: wait)
            clock.advance(by: wait)
        }
        #expect(outcome(try await result) == "files.unreachable")
    }

    @Test("what fails for a while is fetched in the end")
    func recovered() async throws {
        let means = try means([.unreachable, .unreachable, .bytes([1])])
        let work = try work(.sent(Attachment(id: "F")))
        async let result = work.run(with: means)
        for wait in [1.0, 2] {
            await clock.waitForSleeper(in: wait)
            clock.advance(by: wait)
        }
        #expect(outcome(try await result) == "file.bin")
    }

    @Test("a disk that does not take the file is told")
    func disk() async throws {
        let means = try means([.bytes([1])])
        files.plan = { _ in .fail(code: ENOSPC) }
        let result = try await work(.sent(Attachment(id: "F"))).run(with: means)
        #expect(outcome(result) == "files.not-kept")
    }

    @Test("a file that is kept already is read again, and one that is gone is said to be")
    func kept() async throws {
        let means = try means([])
        let digest = try await means.files.put(Array("BEGIN".utf8))
        let file = KeptFile(digest: digest, name: "x.ics", mediaType: "text/calendar", size: 5)
        let work = try work(.kept(file))
        guard case .content(let content) = try await work.run(with: means) else {
            Issue.record("not found")
            return
        }
        #expect(content.text == "BEGIN")
        #expect(content.kept == file)
        means.files.release(digest)
        _ = try await means.files.sweep { [] }
        #expect(outcome(try await work.run(with: means)) == "files.gone")
    }

    @Test("who is cancelled leaves the job to the next start")
    func cancelled() async throws {
        let (means, work) = (try means([]), try work(.sent(Attachment(id: "F"))))
        let running = Task { try await work.run(with: means) }
        await clock.waitForSleeper(in: 1)
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
    }
}
