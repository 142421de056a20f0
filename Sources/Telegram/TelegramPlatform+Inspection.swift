package import Chat
import CurlHTTP
import FoundationEssentials

/// What `cohortbot check --online` found out about one bot, in words that hold no secret.
package struct TelegramInspection: Hashable, Sendable {
    /// The bot's @name, or why it cannot run.
    package var name: String
    /// Whether the token was accepted.
    package var isAccepted: Bool
    /// What is worth knowing or mending, a line each.
    package var findings: [String] = []
}

extension TelegramPlatform {
    /// A clock that is further off than so many seconds makes reminders wrong enough to be noticed.
    private static let worstSkew = 5

    /// Asks whose token this is, what stands in the way of polling, how far the clocks are apart, and which command
    /// menus differ; changes nothing.
    package func inspect(cards: [CommandCard]) async -> TelegramInspection {
        let (bot, date): (TelegramUser, Int?)
        switch try? await api.getMeWithDate() {
        case (.result(let user), let sentAt)?: (bot, date) = (user, sentAt)
        case (.refusal(let refusal), _)?:
            return TelegramInspection(
                name:
                    "Telegram refuses the token ending in \(settings.token.end) (\(refusal.code))",
                isAccepted: false)
        case (.unreadable(let status), _)?:
            return TelegramInspection(
                name: "no Telegram answers there (HTTP \(status))", isAccepted: false)
        case (.failed(let failure), _)?:
            return TelegramInspection(name: failure.words, isAccepted: false)
        case nil: return TelegramInspection(name: "was not asked", isAccepted: false)
        }
        var report = TelegramInspection(name: "@\(bot.username ?? bot.name)", isAccepted: true)
        report.findings = [skew(date)].compactMap(\.self)
        report.findings.append(
            bot.readsGroups
                ? "it reads every message in groups, since its privacy mode is off; commands need no more"
                : "in groups it hears commands and replies to it, which is all it needs")
        if !bot.joinsGroups {
            report.findings.append(
                "it cannot be added to groups; allow it with /setjoingroups at @BotFather")
        }
        if case .result(true)? = try? await api.hasWebhook() {
            report.findings.append(
                "a webhook is set, so Telegram refuses polling; remove it with deleteWebhook")
        }
        report.findings.append(await menuFinding(cards))
        return report
    }

    private func skew(_ date: Int?) -> String? {
        guard let date else { return nil }
        let ahead = Int(clock.now().timeIntervalSince1970.rounded()) - date
        guard abs(ahead) > Self.worstSkew else {
            return "this machine's clock agrees with Telegram's"
        }
        return
            "this machine's clock is \(abs(ahead)) s \(ahead > 0 ? "ahead of" : "behind") Telegram's; reminders follow it, so set it right (such as with: timedatectl set-ntp true)"
    }

    private func menuFinding(_ cards: [CommandCard]) async -> String {
        var differing = 0
        for menu in Menu.all(cards, languages: [], summary: { card, _ in card.summary }) {
            guard case .result(let entries)? = try? await api.getMyCommands(for: menu) else {
                return "its command menus could not be read"
            }
            if entries != menu.entries { differing += 1 }
        }
        return differing == 0
            ? "its command menus are up to date"
            : "\(differing) of its command menus differ; they are set at the next start"
    }
}

extension TelegramAPI {
    fileprivate func hasWebhook() async throws(CancellationError) -> TelegramAnswer<Bool> {
        try await call(.getWebhookInfo, within: .seconds(15)) { json throws(JSONFault) in
            var address = ""
            try json.object { name, json throws(JSONFault) in
                if name == "url" { address = try json.string() }
            }
            return !address.isEmpty
        }
    }
}
