package import Chat
import Logging

extension TelegramPlatform {
    /// Puts the commands into the menus that open when a person types `/`, where they are not there already.
    ///
    /// Learners, a chat's administrators and private chats have menus of their own, each also in the `languages` (BCP
    /// 47) for which `summary` has words. Every command works without a menu, so nothing waits for it: it is tried,
    /// ever more rarely, until Telegram can be reached or says that it does not want it.
    package func announce(
        cards: [CommandCard], languages: [String] = [],
        summary: @Sendable (CommandCard, _ language: String) -> String? = { _, _ in nil }
    ) async {
        var missing = Menu.all(cards, languages: languages, summary: summary)
        var (wait, changed) = (5.0, 0)
        while let menu = missing.first {
            switch await put(menu) {
            case .same, .refused: missing.removeFirst()
            case .changed:
                changed += 1
                missing.removeFirst()
            case .later(let least):
                guard (try? await clock.sleep(seconds: max(wait, least))) != nil else { return }
                wait = min(2 * wait, 300)
            case .pointless: missing = []
            }
        }
        if changed > 0 {
            logger.info("command menus were set", metadata: ["count": "\(changed)"])
        }
    }

    private enum MenuOutcome {
        case same, changed, refused
        /// Worth trying again after so many seconds or more.
        case later(Double)
        /// The token is refused, which the poll tells, or the bot is to stop.
        case pointless
    }

    private func put(_ menu: Menu) async -> MenuOutcome {
        guard let current = try? await api.getMyCommands(for: menu) else { return .pointless }
        switch current {
        case .result(menu.entries): return .same
        case .refusal(let refusal) where refusal.code == 429:
            return .later(Double(refusal.retryAfter ?? 1))
        default: break
        }
        guard let answer = try? await api.setMyCommands(menu) else { return .pointless }
        switch answer {
        case .result: return .changed
        case .refusal(let refusal) where refusal.code == 401 || refusal.code == 404:
            return .pointless
        case .refusal(let refusal) where refusal.code == 429:
            return .later(Double(refusal.retryAfter ?? 1))
        case .refusal(let refusal) where refusal.code < 500:
            logger.warning(
                "Telegram refused a command menu with error \(refusal.code)",
                metadata: ["menu": "\(menu.scope.rawValue) \(menu.language ?? "")"])
            return .refused
        case .refusal, .unreadable, .failed: return .later(0)
        }
    }
}
