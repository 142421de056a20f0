import Foundation
import Support
import Testing

/// Real processes on a real disk, killed at moments that nobody chose while many people write.
@Suite("The program, killed again and again")
struct ProcessTortureTests {
    private static let isLong = ProcessInfo.processInfo.environment["COHORTBOT_TORTURE"] != nil
    private static let kills = isLong ? 200 : 3
    /// So many that nobody's list is longer than one page.
    private static let learners = (0..<(isLong ? 512 : 64)).map {
        FakeTelegram.Person(id: 1000 + $0, name: "Learner \($0)")
    }
    /// So few that a deadline for them is added without asking back.
    private static let members = learners.prefix(4)
    private static let instructor = FakeTelegram.Person(id: 12, name: "Emma")
    private static let group = -100
    /// So many requests are unanswered at any time.
    private static let load = 24

    /// One request, known by a word that is in no other.
    private struct Request {
        enum Kind { case reminder, deadline, question }

        var kind: Kind
        var word: String
        var learner: FakeTelegram.Person
        var message: Int

        func isAnswered(by sent: FakeTelegram.Sent) -> Bool {
            switch kind {
            case .reminder: sent.chat == learner.id && sent.text.hasPrefix("Saved: \(word).")
            case .deadline: sent.replyTo == message && sent.text.hasPrefix("\(word):")
            case .question: sent.replyTo == message
            }
        }
    }

    @Test(
        "nothing that was answered is lost or doubled, and nobody is left without an answer",
        .enabled(if: RunningBot.program != nil, "the program was not built"),
        .timeLimit(.minutes(isLong ? 30 : 10)))
    func killed() async throws {
        let program = try #require(RunningBot.program)
        let state = FileManager.default.temporaryDirectory
            .appendingPathComponent("cohortbot-\(UUID().uuidString)")
        defer {
            try? FileManager.default.removeItem(at: state)
            try? FileManager.default.removeItem(at: state.appendingPathExtension("stderr"))
        }
        try await FakeTelegram.running { telegram, base in
            try await Self.prepare(telegram, program, state, base)
            var requests: [Request] = []
            var chance = SeededGenerator(state: 42)
            var answers = Answers()
            for number in 1...Self.kills {
                let bot = try RunningBot(program, state: state, telegram: base)
                // Every fifth kill is meant for the start itself.
                let isEarly = number % 5 == 0
                let wanted = isEarly ? 0 : Int.random(in: 1...25, using: &chance)
                let target = await telegram.sent.count + wanted
                try await Self.wait(for: "answers", bot) {
                    await answers.read(telegram, requests, after: number - 1)
                    while requests.count - answers.answered.count < Self.load {
                        requests.append(await Self.ask(requests.count, telegram))
                    }
                    return await telegram.sent.count >= target
                }
                for _ in 0..<Int.random(in: 0...(isEarly ? 200_000 : 300), using: &chance) {
                    await Task.yield()
                }
                bot.kill()
            }
            let bot = try RunningBot(program, state: state, telegram: base)
            try await Self.wait(for: "the last answers", bot) {
                await answers.read(telegram, requests, after: Self.kills)
                return answers.answered.count == requests.count
            }
            #expect(answers.wrong.isEmpty)
            let listed = try await Self.list(requests, telegram, bot)
            #expect(bot.end() == 0)
            await answers.read(telegram, requests, after: Self.kills)
            Self.check(requests, listed, try RunningBot.export(program, state: state))
            // What was sent and not yet recorded when the process was killed is sent again, once by each kill.
            #expect(answers.mostCopies <= 1 + Self.kills)
            #expect(answers.doubled <= Self.kills * Self.load)
            if Self.isLong {
                print(
                    """
                    \(Self.kills) kills, \(requests.count) requests, \(answers.answered.count) answered; \
                    messages sent again: \(answers.doubled), at most \(answers.mostInOneLife) after one \
                    kill, \(answers.mostInOneChat) of them in one chat
                    """)
            }
        }
    }

    /// Which requests were answered, and how often.
    private struct Answers {
        private(set) var answered: [Int: Int] = [:]
        private(set) var wrong: [String] = []
        /// Messages that had been sent before, by the number of kills and by chat.
        private var again: [Int: [Int: Int]] = [:]
        private var count = 0

        var doubled: Int { answered.values.reduce(0) { $0 + $1 - 1 } }
        var mostCopies: Int { answered.values.max() ?? 0 }
        var mostInOneLife: Int { again.values.map { $0.values.reduce(0, +) }.max() ?? 0 }
        var mostInOneChat: Int { again.values.flatMap(\.values).max() ?? 0 }

        mutating func read(
            _ telegram: FakeTelegram, _ requests: [Request], after kills: Int
        ) async {
            let sent = await telegram.sent
            for message in sent[count...] {
                guard let index = requests.firstIndex(where: { $0.isAnswered(by: message) }) else {
                    if message.text.contains("word-") { wrong.append(message.text) }
                    continue
                }
                if answered[index] != nil {
                    again[kills, default: [:]][message.chat, default: 0] += 1
                }
                answered[index, default: 0] += 1
            }
            count = sent.count
        }
    }

    private static func prepare(
        _ telegram: FakeTelegram, _ program: URL, _ state: URL, _ base: String
    ) async throws {
        await telegram.setAdministrators([instructor.id])
        let bot = try RunningBot(program, state: state, telegram: base)
        await telegram.say("/cohort new ML-101", from: instructor, in: group, at: .now)
        for member in members { await telegram.say("/join", from: member, in: group, at: .now) }
        try await wait(for: "members", bot) { await telegram.sent.count > members.count }
        #expect(bot.end() == 0)
    }

    private static func ask(_ number: Int, _ telegram: FakeTelegram) async -> Request {
        let learner = learners[number % learners.count]
        let member = members[number % members.count]
        let word = "word-\(number)"
        switch number % 10 {
        case 3:
            let message = await telegram.say(
                "/deadline add \(word) | in 20 days", from: instructor, in: group, at: .now)
            return Request(kind: .deadline, word: word, learner: instructor, message: message)
        case 7:
            let message = await telegram.say(
                "/ask What does \(word) mean?", from: member, in: group, at: .now)
            return Request(kind: .question, word: word, learner: member, message: message)
        default:
            let message = await telegram.say(
                "/remind in 5 hours \(word)", from: learner, at: .now)
            return Request(kind: .reminder, word: word, learner: learner, message: message)
        }
    }

    /// Asks in the chat itself what everybody's reminders are.
    private static func list(
        _ requests: [Request], _ telegram: FakeTelegram, _ bot: RunningBot
    ) async throws -> [String] {
        let start = await telegram.sent.count
        let chats = Set(learners.map(\.id))
        for learner in learners { await telegram.say("/reminders", from: learner, at: .now) }
        // What was sent before a kill may only now come again.
        func lists() async -> [FakeTelegram.Sent] {
            await telegram.sent[start...].filter { message in
                chats.contains(message.chat) && !requests.contains { $0.isAnswered(by: message) }
            }
        }
        try await wait(for: "lists", bot) { Set(await lists().map(\.chat)) == chats }
        return await lists().map(\.text)
    }

    private static func check(
        _ requests: [Request], _ listed: [String], _ lines: [[String: Any]]
    ) {
        func words(_ texts: [String]) -> [String: Int] {
            texts.flatMap { $0.matches(of: /word-[0-9]+/).map { String($0.0) } }
                .reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        func words(_ type: String, _ key: String) -> [String: Int] {
            words(lines.filter { $0["type"] as? String == type }.compactMap { $0[key] as? String })
        }
        func once(_ kind: Request.Kind) -> [String: Int] {
            Dictionary(requests.filter { $0.kind == kind }.map { ($0.word, 1) }) { $0 + $1 }
        }
        #expect(words(listed) == once(.reminder), "/reminders")
        #expect(words("reminder", "text") == once(.reminder), "export")
        #expect(words("deadline", "title") == once(.deadline), "export")
        #expect(words("thread", "question") == once(.question), "export")
    }

    private static func wait(
        for what: String, _ bot: RunningBot, until isMet: () async -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while await !isMet() {
            guard bot.isRunning, ContinuousClock.now < deadline else {
                throw GaveUp(
                    what: what,
                    errors: "" + ((try? String(contentsOf: bot.errors, encoding: .utf8)) ?? ""))
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private struct GaveUp: Error {
        var what: String
        var errors: String
    }
}
