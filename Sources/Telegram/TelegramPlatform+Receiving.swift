import Chat
import Logging

extension TelegramPlatform {
    /// A poll was answered, and there was no news.
    func heardNothing() async { await note(UpdateBatch()) }

    /// Puts a batch into the bot's own words, and asks what the senders may do where that matters.
    /// - Returns: also the pressed buttons that wait for an answer; nil where the bot is to stop.
    func heard(
        in batch: UpdateBatch, for bot: TelegramUser
    ) async -> (incoming: [Incoming], presses: [String])? {
        await note(batch)
        let now = clock.now()
        var presses: [String] = []
        var heard: [Heard] = []
        heard.reserveCapacity(batch.updates.count)
        for update in batch.updates {
            switch update.kind {
            case .press(let query): presses.append(query.id)
            case .membership(let change): await administrators.forget(change.chat.id)
            case .member(let change) where change.touchesRights:
                await administrators.forget(change.chat.id)
            case .message, .edit, .member, .unknown: break
            }
            if let next = Heard(update, by: bot, on: platform, at: now) { heard.append(next) }
        }
        guard await vouch(for: &heard) else { return nil }
        return (heard.map(\.incoming), presses)
    }

    private func note(_ batch: UpdateBatch) async {
        let hadTrouble = await record.polled(
            at: clock.now(), updates: batch.updates.count, skipped: batch.skipped)
        if hadTrouble { logger.info("Telegram answers again") }
        if batch.skipped > 0 {
            logger.info(
                "skipped updates of kinds that are not known",
                metadata: ["count": "\(batch.skipped)"])
        }
    }

    /// Fills in what Telegram says the senders may do, where it matters.
    /// - Returns: false where the question was cut short: refusing a moderator for that would be wrong, so the batch
    ///   is left for the next start.
    private func vouch(for heard: inout [Heard]) async -> Bool {
        let asking = heard.indices.filter {
            heard[$0].question != nil && rightsMatter(to: heard[$0])
        }
        guard !asking.isEmpty else { return true }
        let answers = await administrators.authorities(
            Set(asking.compactMap { heard[$0].question }))
        guard !Task.isCancelled else { return false }
        for index in asking {
            heard[index].incoming.sender.authority =
                heard[index].question.flatMap { answers[$0] } ?? .unknown
        }
        return true
    }

    private func rightsMatter(to heard: Heard) -> Bool {
        switch heard.incoming.content {
        case .text(let text), .edited(let text), .press(let text): needsAuthority(text)
        case .command, .botAdded, .botRemoved, .moved: false
        }
    }

    /// Stops the button's spinning, whatever became of the press.
    func stopSpinning(_ query: String) async {
        for attempt in 1...3 {
            guard let answer = try? await api.answerCallbackQuery(query) else { return }
            var wait = Double(attempt)
            switch answer {
            case .result: return
            case .refusal(let refusal) where refusal.code == 429:
                wait = Double(refusal.retryAfter ?? attempt)
            case .refusal(let refusal) where refusal.code < 500: return
            case .refusal, .unreadable, .failed: break
            }
            guard (try? await clock.sleep(seconds: wait)) != nil else { return }
        }
    }
}
