import Chat
import Logging
import FoundationEssentials

extension TelegramPlatform {
    /// Hears until cancelled; then tells Telegram once what was handled, so that it does not come again.
    func poll(for bot: TelegramUser, _ inbox: any Inbox) async throws {
        let state = try await withThrowingDiscardingTaskGroup(returning: PollState.self) {
            presses in
            var state = PollState(pollsPerSecond: settings.isPaced ? 20 : nil)
            var recent = RecentUpdates()
            while !Task.isCancelled, let heard = await turn(&state, &recent, for: bot, inbox) {
                for query in heard.presses { presses.addTask { await stopSpinning(query) } }
                guard try await carryOut(heard.step) else { break }
            }
            return state
        }
        guard let offset = state.unconfirmed else { return }
        let (api, patience) = (api, state.farewell)
        // A task of its own, because this one is cancelled and its requests would be too.
        _ = await Task {
            try? await api.getUpdates(offset: offset, waiting: 0, limit: 1, within: patience)
        }.value
    }

    /// Asks once and hands over what comes.
    /// - Returns: what to do next, and the pressed buttons that wait for an answer; nil when cancelled.
    private func turn(
        _ state: inout PollState, _ recent: inout RecentUpdates, for bot: TelegramUser,
        _ inbox: any Inbox
    ) async -> (step: PollState.Step, presses: [String])? {
        let asked = clock.now()
        // Longer than Telegram may take, and soon enough to notice that it hangs.
        let total = Duration.seconds(settings.pollTimeout + 8)
        let answer = try? await api.getUpdates(
            offset: state.offset, waiting: settings.pollTimeout, within: total)
        switch answer {
        case .result(let batch):
            guard let presses = await hand(recent.new(in: batch), to: inbox, for: bot) else {
                return nil
            }
            recent.remember(batch)
            let step = state.answered(
                newest: batch.highest, isPlausible: batch.skipped < batch.updates.count,
                asked: asked.timeIntervalSince1970,
                now: clock.now().timeIntervalSince1970, waiting: settings.pollTimeout,
                jitter: chance())
            return (step, presses)
        case .refusal(let refusal): return (state.refused(refusal, jitter: chance()), [])
        case .unreadable(let status):
            return (state.unreadable(status: status, jitter: chance()), [])
        case .failed(let failure): return (state.failed(failure, jitter: chance()), [])
        case nil:
            state.abandoned(after: clock.now().timeIntervalSince(asked))
            return nil
        }
    }

    /// - Returns: false where the wait was cut short because the bot is to stop.
    private func carryOut(_ step: PollState.Step) async throws -> Bool {
        do {
            switch step {
            case .poll: break
            case .pause(let seconds): try await clock.sleep(seconds: seconds)
            case .wait(let seconds, let trouble):
                await complain(trouble, tryingAgainIn: seconds)
                try await clock.sleep(seconds: seconds)
            case .stop(let refusal): throw refused(refusal)
            }
            return true
        } catch is CancellationError {
            return false
        }
    }

    /// Returns when everything in the batch is safe.
    /// - Returns: the pressed buttons that are waiting for an answer; nil where the bot is to stop and nothing was done.
    private func hand(
        _ batch: UpdateBatch, to inbox: any Inbox, for bot: TelegramUser
    ) async -> [String]? {
        let now = clock.now()
        let hadTrouble = await record.polled(
            at: now, updates: batch.updates.count, skipped: batch.skipped)
        if hadTrouble { logger.info("Telegram answers again") }
        if batch.skipped > 0 {
            logger.info(
                "skipped updates of kinds that are not known",
                metadata: ["count": "\(batch.skipped)"])
        }
        var presses: [String] = []
        var heard: [Heard] = []
        heard.reserveCapacity(batch.updates.count)
        for update in batch.updates {
            switch update.kind {
            case .press(let query): presses.append(query.id)
            case .membership(let change): await administrators.forget(change.chat.id)
            case .message, .unknown: break
            }
            if let next = Heard(update, by: bot, at: now) { heard.append(next) }
        }
        guard await vouch(for: &heard) else { return nil }
        if !heard.isEmpty { await inbox.receive(heard.map(\.incoming)) }
        return presses
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
        case .text(let text), .press(let text): needsAuthority(text)
        case .botAdded, .botRemoved, .moved: false
        }
    }

    /// Stops the button's spinning, whatever became of the press.
    private func stopSpinning(_ query: String) async {
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
