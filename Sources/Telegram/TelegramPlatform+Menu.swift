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
        summary: (CommandCard, _ language: String) -> String? = { _, _ in nil }
    ) async {
        var missing = Menu.all(cards, languages: languages, summary: summary)
        var wait = 5.0
        while true {
            while let menu = missing.first, await isDone(with: menu) { missing.removeFirst() }
            guard !missing.isEmpty, (try? await clock.sleep(seconds: wait)) != nil else { return }
            wait = min(2 * wait, 300)
        }
    }

    private func isDone(with menu: Menu) async -> Bool {
        guard let current = try? await api.getMyCommands(for: menu) else { return true }
        if case .result(menu.entries) = current { return true }
        guard let answer = try? await api.setMyCommands(menu) else { return true }
        let name = "\(menu.scope.rawValue)\(menu.language.map { " " + $0 } ?? "")"
        switch answer {
        case .result:
            logger.info(
                "a command menu was set",
                metadata: ["menu": "\(name)", "commands": "\(menu.entries.count)"])
            return true
        case .refusal(let refusal) where refusal.code < 500 && refusal.code != 429:
            logger.warning(
                "Telegram refused a command menu with error \(refusal.code)",
                metadata: ["menu": "\(name)"])
            return true
        case .refusal, .unreadable, .failed: return false
        }
    }
}
