import Chat
import Cohorts
import Foundation
import HashTreeCollections
import Support

@testable import CohortBot

/// Learners on a fake Telegram who go through a whole round of peer review, and their moderator.
struct PeerReviewLife: Sendable {
    let trial: TelegramTrial
    let emma = FakeTelegram.Person(id: 9_001, name: "Emma")
    /// Names that no sentence has by chance.
    let learners = [
        "Aurelio", "Brunhild", "Calixto", "Dagmar", "Evander", "Fiorella", "Gunther", "Hyacinth",
        "Ignatius", "Jorunn", "Kasimir", "Leopolda", "Mirabel",
    ].enumerated().map { FakeTelegram.Person(id: 7_700_101 + $0.offset, name: $0.element) }

    private var telegram: FakeTelegram { trial.telegram }

    /// Says something and waits for a message to a chat that was not there and says the words.
    @discardableResult
    func say(
        _ text: String, from person: FakeTelegram.Person, inGroup: Bool = false,
        until words: String, to chat: Int? = nil
    ) async throws -> FakeTelegram.Sent {
        let before = await telegram.sent.count
        await telegram.say(
            text, from: person, in: inGroup ? -100 : nil, at: trial.clock.now())
        return try await next(words, to: chat ?? (inGroup ? -100 : person.id), after: before)
    }

    func next(_ words: String, to chat: Int, after count: Int = 0) async throws -> FakeTelegram.Sent
    {
        while true {
            let new = await telegram.sent.dropFirst(count)
            if let found = new.first(where: { $0.chat == chat && $0.text.contains(words) }) {
                return found
            }
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    /// A group with an essay due in five days, handed in by all but the last learner.
    func begin() async throws {
        await telegram.setAdministrators([emma.id])
        try await say("/cohort new ML-101", from: emma, inGroup: true, until: "is made")
        try await say("/start", from: emma, until: "ML-101")
        try await say(
            "/deadline add Essay | in 5 days", from: emma, inGroup: true, until: "Essay")
        for (index, learner) in learners.enumerated() {
            try await say("/join", from: learner, inGroup: true, until: "joined")
            try await say("/start", from: learner, until: "ML-101")
            if index < learners.count - 1 { try await handIn(learner, index) }
        }
    }

    func handIn(_ learner: FakeTelegram.Person, _ index: Int) async throws {
        try await say(
            "/submit Essay | https://example.org/\(index * 37 + 11)", from: learner,
            until: "handed in")
    }

    /// Lets the clock go on and everything happen that falls due.
    func passes(days: Double) async {
        trial.clock.advance(by: days * 86_400)
        _ = await trial.bot.decider.fireDue()
        await trial.bot.decider.jobsDone()
    }

    /// The reviews that somebody owes.
    func owed(by learner: FakeTelegram.Person) async -> [Review] {
        let world = await trial.bot.decider.world
        guard let person = world.accounts[Account(.telegram, String(learner.id))] else { return [] }
        return world.reviews(by: person).filter { !$0.isSent }
    }

    /// Opens and sends all that somebody owes.
    func review(_ learner: FakeTelegram.Person, score: Int) async throws {
        for review in await owed(by: learner) {
            let id = review.id.rawValue
            try await say("/review open \(id)", from: learner, until: "for review \(id)")
            try await say(
                "/review send \(id) | Clear and useful, but I would add a source. | \(score)",
                from: learner, until: "Review \(id) sent")
        }
    }

    /// What learners read in private that names another learner, by name, account or internal id.
    func identitiesSeen() async -> [String] {
        let world = await trial.bot.decider.world
        var found: [String] = []
        for message in await telegram.sent where message.chat > 0 && message.chat != emma.id {
            let all = message.text + message.buttons.joined().joined() + (message.file?.name ?? "")
            for other in learners where other.id != message.chat {
                let person = world.accounts[Account(.telegram, String(other.id))]?.rawValue ?? "?"
                let words = Set(all.split { !$0.isLetter && !$0.isNumber }.map(String.init))
                if all.contains(other.name) || all.contains(String(other.id))
                    || words.contains(person)
                {
                    found.append("\(message.chat) reads of \(other.name): \(message.text)")
                }
            }
        }
        return found
    }
}
