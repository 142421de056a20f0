import Chat
import Cohorts
import Configuration
import Delivery
import Foundation
import Journal
import Support
import Synchronization
import Testing

@testable import CohortBot

@Suite("The whole bot on the console")
struct BotTests {
    @Test("a reminder is confirmed and comes by itself at its time, once, also after a restart")
    func reminder() async throws {
        let trial = TrialBot()
        let saved = try await trial.run("lila: /remind in 20 minutes stretch your back")
        #expect(saved.hasPrefix("Saved: stretch your back."))
        let early = try await trial.run("lila: /reminders")
        #expect(early.contains("1 reminder"))
        #expect(!early.contains("Reminder: stretch"))
        trial.clock.advance(by: 20 * 60)
        let due = try await trial.run("lila: /reminders")
        #expect(due.contains("Reminder: stretch your back"))
        #expect(due.contains("You have no reminders"))
        let after = try await trial.run("lila: /reminders")
        #expect(!after.contains("Reminder: stretch your back"))
    }

    @Test("a reminder that fell due while the bot was down says that it is late")
    func lateReminder() async throws {
        let trial = TrialBot()
        _ = try await trial.run("lila: /remind in 20 minutes stretch")
        trial.clock.advance(by: 4 * 3_600)
        let due = try await trial.run("lila: /help")
        #expect(due.contains("late by 3 h 40 min"))
    }

    @Test(
        "a person may have so many reminders, and any number where nothing is paced",
        arguments: [(PacingMode.platform, 1), (.off, 2)])
    func reminderLimit(pacing: PacingMode, saved: Int) async throws {
        var parts = try TrialBot().parts()
        parts.configuration.limits.remindersPerPerson = 1
        parts.configuration.pacing = pacing
        let bot = try await Bot.build(parts, platforms: [])
        let sending = Task { await bot.outbox.run() }
        for id in 1...2 {
            await bot.decider.receive([
                Incoming(
                    cause: Cause("console", "\(id)"),
                    sender: Sender(Account(.console, "lila"), name: "Lila"),
                    room: RoomAddress(.console, "@lila"), place: .private,
                    content: .text("/remind in 3 hours tea"), message: "\(id)",
                    sentAt: parts.clock.now())
            ])
        }
        #expect(await bot.decider.world.reminders.count == saved)
        sending.cancel()
        await sending.value
        await bot.journal.stop()
    }

    @Test(
        "the sample cohort is alive: deadlines ahead, answered questions, a moderator who is asked")
    func sample() async throws {
        let told = try await TrialBot().run(
            "lila: /deadline next", "lila: /ask How do I choose the learning rate?",
            "lila: /deadline add Quiz 9 | tomorrow")
        #expect(told.contains("Quiz 1 in 4 days"))
        #expect(told.contains("This has been answered:"))
        #expect(told.contains("Please ask Emma."))
    }

    @Test(
        "a question that nothing in the sample is about goes to the peer forum, as the README says")
    func unanswered() async throws {
        let told = try await TrialBot().run("lila: /ask Where is the lecture hall?")
        #expect(
            told.contains(
                "I looked through 8 entries and found no answer, so your question is in the peer forum"
            )
        )
    }

    @Test("a round of peer review goes all the way: hand in, plan, start, send, receive")
    func peerReview() async throws {
        let trial = TrialBot()
        let started = try await trial.run(
            "lila: /submit Assignment 2 | https://example.org/lila",
            "marcos: /submit Assignment 2 https://example.org/marcos",
            "emma: /submit Assignment 2 | https://example.org/emma",
            "emma: /review plan 1 Assignment 2", "emma: /review start Assignment 2",
            "lila: /review", "marcos: /review", "emma: /review")
        #expect(started.contains("3 works, 3 reviewers, 1 review each"))
        let ids = started.matches(of: /open with \/review open (v[0-9a-z]+)/).map { String($0.1) }
        try #require(ids.count == 3)
        let sent = try await trial.run(
            "lila: /review open \(ids[0])",
            "lila: /review send \(ids[0]) | Clear goal. Add one source. | 80",
            "marcos: /review send \(ids[1]) | Good plots. Name the axes. | 90",
            "emma: /review send \(ids[2]) | Well argued. Shorten part two. | 70",
            "lila: /review send \(ids[1]) | This is not mine to give | 1",
            "lila: /review received Assignment 2")
        #expect(!sent.contains("https://example.org/lila"), "nobody reviews themselves")
        #expect(sent.contains("You have no review \(ids[1])"))
        #expect(sent.contains("1 review of your work for Assignment 2"))
        #expect(sent.contains("Peer score:"))
        #expect(!sent.contains("Marcos"), "reviews are double-blind")
    }

    @Test("what a command lacks is asked for, one question at a time")
    func questions() async throws {
        let told = try await TrialBot().run("lila: /remind", "lila: in 3 days", "lila: call Emma")
        #expect(told.contains("When, such as"))
        #expect(told.contains("What I should remind you of?"))
        #expect(told.contains("Saved: call Emma."))
    }

    @Test("a message that comes again after a restart has no second effect")
    func repeated() async throws {
        let trial = TrialBot()
        _ = try await trial.run("lila: /remind in 2 days water the plants", session: "same")
        _ = try await trial.run("lila: /remind in 2 days water the plants", session: "same")
        let list = try await trial.run("lila: /reminders")
        #expect(list.contains("1 reminder:"))
    }

    @Test("any text is answered or left alone, and the bot goes on")
    func badInput() async throws {
        let long = String(repeating: "é🙂", count: 50_000)
        let told = try await TrialBot().run(
            "lila: /remind \(long)", "lila: \u{202E}/ask abc", "lila: /\u{0}\u{7}",
            "lila: /ask \u{202E}مرحبا",
            "lila: /deadline add | | |", "lila: /remind 99999999999999999999 days x",
            "lila: /deadline next")
        #expect(told.contains("too long for me"))
        #expect(told.contains("Quiz 1 in 4 days"))
    }

    @Test("a second process on the same state is told who has it")
    func inUse() async throws {
        let trial = TrialBot()
        let journal = try Journal.open(
            directory: "state", files: trial.disk, now: trial.clock.now, madeBy: "cohortbot 0.1",
            reader: WorldReader().reader)
        await #expect {
            _ = try await trial.run("lila: /help")
        } throws: { error in
            (error as? JournalFault)?.exitCode == 75
        }
        await journal.stop()
    }

    @Test("when the disk fails, nothing false is said: the request is quoted, reads go on")
    func unsafeDisk() async throws {
        let isFull = Mutex(false)
        let disk = MemoryFileSystem { operation in
            isFull.withLock { $0 } && operation.kind == .write ? .fail(code: ENOSPC) : nil
        }
        let trial = TrialBot(disk: disk)
        _ = try await trial.run("lila: /remind in 2 days first")
        let told = try await trial.run(
            "lila: /remind in 3 days second", "lila: /reminders", "lila: /deadline next",
            "marcos: /remind in 3 days third", afterStart: { isFull.withLock { $0 = true } })
        #expect(told.contains("I could not save that. Nothing was changed"))
        #expect(told.contains("/remind in 3 days second"))
        #expect(told.contains("/remind in 3 days third"))
        #expect(told.contains("1 reminder:"))
        #expect(!told.contains("Saved:"))
        #expect(told.contains("Quiz 1 in"))
        isFull.withLock { $0 = false }
        let after = try await trial.run("lila: /reminders", "lila: /remind in 4 days fourth")
        #expect(after.contains("1 reminder:"))
        #expect(after.contains("Saved: fourth"))
    }

    @Test("a disk that is well again within ten seconds costs nobody anything, and no restart")
    func heldWrites() async throws {
        let failures = Mutex(0)
        let disk = MemoryFileSystem { operation in
            guard operation.kind == .synchronize, operation.path.contains("state/journal/j-"),
                failures.withLock({ left in
                    left -= 1
                    return left >= 0
                })
            else { return nil }
            return .fail(code: EIO)
        }
        let trial = TrialBot(disk: disk)
        _ = try await trial.run("lila: /remind in 2 days first")
        let told = try await trial.run(
            "lila: /remind in 3 days second", "lila: /remind in 4 days third", "lila: /reminders",
            afterStart: { failures.withLock { $0 = 2 } })
        #expect(told.contains("Saved: second"))
        #expect(told.contains("Saved: third"))
        #expect(told.contains("3 reminders:"))
        #expect(!told.contains("could not save"))
        let after = try await trial.run("lila: /reminders")
        #expect(after.contains("3 reminders:"))
    }
}
