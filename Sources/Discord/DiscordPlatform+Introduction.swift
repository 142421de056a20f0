extension DiscordPlatform {
    /// Asks once whose token this is and what it lacks, for `cohortbot check --online`; writes nothing.
    /// - Returns: lines for people, and why Discord does not let the bot in, where it does not.
    package func introduction(_ menu: DiscordMenu) async -> (lines: [String], refusal: String?) {
        guard let answer = try? await api.call(.me, as: .again) else { return ([], nil) }
        guard let name = answer.value?["username"]?.string, let bot = answer.value?["id"]?.string
        else { return ([], answer.words) }
        var lines = ["the token belongs to \(name)"]
        let flags = (try? await api.call(.application, as: .again))?.value?["flags"]?.bits ?? 0
        if flags & Self.readsMessages == 0 {
            lines.append(
                "MESSAGE CONTENT INTENT is off (Developer Portal, Bot): `!command` and replies are not heard in servers; slash commands are"
            )
        }
        let found = await differences(menu)
        if found.isEmpty {
            lines.append(
                "the bot is in no server: invite it with the scopes bot and applications.commands")
        }
        for (server, difference) in found {
            lines.append(
                difference.isEmpty
                    ? "server \(server): commands are as they should be"
                    : "server \(server): commands differ and will be written at the next start (\(difference.words))"
            )
        }
        for (server, _) in found { lines += await missingRights(of: bot, in: server) }
        return (lines, nil)
    }

    private func missingRights(of bot: String, in server: String) async -> [String] {
        guard let guild = try? await api.call(.guild(server), as: .again).value,
            let channels = try? await api.call(.channels(of: server), as: .again).value,
            let member = try? await api.call(.member(bot, of: server), as: .again).value
        else { return ["server \(server): Discord does not tell what the bot may do there"] }
        return MissingRights(guild: guild, channels: channels.array, member: member, bot: bot).lines
    }

    /// Message content, granted or for fewer than a hundred servers.
    private static let readsMessages: UInt64 = 1 << 18 | 1 << 19
}
