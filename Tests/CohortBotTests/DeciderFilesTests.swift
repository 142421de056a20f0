import Chat
import Cohorts
import Commands
import Delivery
import Foundation
import HashTreeCollections
import Journal
import Support
import Synchronization
import Testing

@testable import CohortBot

@Suite("Files that decisions make", .timeLimit(.minutes(10)))
struct DeciderFilesTests {
    /// A read that makes a file, other bytes for every moment and seed.
    private struct Draw: Command {
        static let card = CommandCard("draw", for: .learner, "Make a file")

        func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
            let bytes = Array("\(call.seed) \(call.now.timeIntervalSince1970)".utf8)
            return call.reply(Phrase("help.pong"))
                .sending(MadeFile(name: "due.ics", mediaType: "text/calendar", bytes: bytes))
        }
    }

    /// The same as a write.
    private struct Keep: Command {
        static let card = CommandCard("keep", for: .learner, "Make a file and change something")

        func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
            try Draw().answer(to: call, in: world).after([
                LanguageChosen(id: call.caller.person, language: "xx")
            ])
        }
    }

    /// Remembers what it was given to send.
    private final class Listener: ChatPlatform {
        let platform = Platform.console
        private let sent = Mutex<[(key: String, contents: [UInt8]?)]>([])

        var all: [(key: String, contents: [UInt8]?)] { sent.withLock { $0 } }

        func run(_ inbox: any Inbox) async throws {}

        func send(_ message: Message) async -> SendResult {
            sent.withLock { $0.append((message.text.plain, nil)) }
            return .sent(id: nil)
        }

        func send(_ message: Message, with contents: [UInt8]) async -> SendResult {
            sent.withLock { $0.append((message.text.plain, contents)) }
            return .sent(id: nil)
        }
    }

    private func incoming(_ number: Int, _ text: String) -> Incoming {
        Incoming(
            cause: Cause("console", "\(number)"),
            sender: Sender(Account(.console, "lila"), name: "Lila"),
            room: RoomAddress(.console, "@lila"), place: .private, content: .text(text),
            sentAt: SteppedClock.start)
    }

    /// What is said to a batch on a disk.
    private func answers(
        to lines: [String], on disk: MemoryFileSystem,
        before: (Bot) async -> Void = { _ in }
    ) async throws -> [(key: String, contents: [UInt8]?)] {
        let trial = TrialBot(disk: disk)
        let listener = Listener()
        let bot = try await Bot.build(try trial.parts(), platforms: [listener])
        await bot.decider.use(Registry([Draw.self, Keep.self, Ping.self]))
        async let sending: Void = bot.outbox.run()
        await before(bot)
        let batch = lines.enumerated().map { incoming($0.offset, $0.element) }
        let keys = await bot.decider.take(batch)
        _ = await bot.outbox.settle(keys, within: 60)
        // Given again, nothing happens again.
        #expect(await bot.decider.take(batch).isEmpty)
        await bot.outbox.stop(within: 1)
        await sending
        await bot.journal.stop()
        return listener.all
    }

    @Test("they are kept before anything names them, and sent with their bytes in order")
    func kept() async throws {
        let disk = MemoryFileSystem()
        let told = try await answers(to: ["/ping", "/draw", "/keep", "/draw", "/ping"], on: disk)
        #expect(told.map { $0.contents == nil } == [true, false, false, false, true])
        let contents = told.compactMap(\.contents)
        #expect(Set(contents).count == 3)
        let kept = Set(disk.tree.filter { $0.key.hasPrefix("state/files/") }.values)
        #expect(kept == Set(contents))
        let world = try WorldReader.read("state", files: disk).world
        #expect(world.namedFiles.isEmpty, "everything is sent")
    }

    @Test("where the disk does not take the file, nothing is changed and that is said")
    func failing() async throws {
        let fails = Mutex(false)
        let disk = MemoryFileSystem { operation in
            fails.withLock { $0 } && operation.path.hasPrefix("state/files")
                ? .fail(code: ENOSPC) : nil
        }
        let told = try await answers(to: ["/keep", "/ping"], on: disk) { _ in
            fails.withLock { $0 = true }
        }
        #expect(
            told.map(\.key) == [
                "I could not save that. Nothing was changed; please send it again later: /keep",
                "pong",
            ])
        let world = try WorldReader.read("state", files: disk).world
        #expect(world.people.values.allSatisfy { $0.language != "xx" })
    }

    @Test("what nothing names any more goes with the second snapshot after it")
    func sweep() async throws {
        let disk = MemoryFileSystem()
        let trial = TrialBot(disk: disk)
        @Sendable func files() -> Int { disk.tree.keys.count { $0.hasPrefix("state/files/") } }
        _ = try await trial.play(
            [
                "lila: /attach one.pdf", "lila: /submit Assignment 2", "lila: /attach two.pdf",
                "lila: /submit Assignment 2", "lila: /ping", "lila: /ping",
            ], session: "one"
        ) { inbox, keeping in
            Counting(inbox: inbox) { line in
                try? await keeping.compactNow()
                // The first version is in the snapshot that is kept for repairs, then in none.
                switch line {
                case 1: #expect(files() == 1)
                case 2: #expect(files() == 2)
                case 4: #expect(files() == 1)
                default: break
                }
            }
        }
    }

    /// Does something after each message.
    private actor Counting: Inbox {
        private let inbox: PatientInbox
        private let after: @Sendable (Int) async -> Void
        private var count = 0

        init(inbox: PatientInbox, after: @escaping @Sendable (Int) async -> Void) {
            self.inbox = inbox
            self.after = after
        }

        func receive(_ batch: [Incoming]) async {
            await inbox.receive(batch)
            count += 1
            await after(count)
        }
    }
}

extension Decider {
    fileprivate func use(_ commands: Registry) { knowledge.commands = commands }
}
