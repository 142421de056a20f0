import Chat
import Commands
import Delivery
import Discord
import Synchronization
import Texts

/// Completes what is typed into a command's option, in the words and on the clocks of whoever types.
///
/// The platform that asks is made before the bot that knows: until the two are connected there is nothing to offer.
final class CommandSuggester: DiscordSuggester {
    private let bot = Mutex<Bot?>(nil)

    func connect(_ bot: Bot) { self.bot.withLock { $0 = bot } }

    func suggestions(_ question: DiscordSuggestion.Question) async -> [DiscordSuggestion] {
        guard let bot = bot.withLock({ $0 }) else { return [] }
        let found = await bot.decider.suggestions(question)
        let words = await bot.outbox.words(of: found.entries.map(\.label), for: found.reader)
        return zip(words, found.entries).map { DiscordSuggestion($0, value: $1.value) }
    }
}

extension Decider {
    /// What can be offered, and for whom it is to be worded.
    fileprivate func suggestions(
        _ question: DiscordSuggestion.Question
    ) -> (entries: [Suggestions.Entry], reader: Reader) {
        let now = now
        // No update: nothing is done, and nothing of it is kept.
        let incoming = Incoming(
            cause: Cause(question.room.platform.rawValue, ""), sender: question.sender,
            room: question.room, place: question.place,
            content: .command(question.command, fields: question.given), sentAt: now)
        let caller = Caller(incoming, in: world, knowledge: knowledge)
        let reader = Reader(language: caller.language, zone: caller.zone)
        guard let card = knowledge.commands.card(named: question.command),
            let field = card.fields.first(where: { $0.name == question.field })
        else { return ([], reader) }
        let suggestions = Suggestions(incoming, world: world, knowledge: knowledge, now: now)
        return (suggestions.entries(for: field, typed: question.typed), reader)
    }
}
