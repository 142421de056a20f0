import Chat
import FoundationEssentials
import Logging

extension DiscordPlatform {
    /// Hears the gateway until cancelled.
    func hear(as bot: String, _ inbox: any Inbox) async throws {
        let backlog = Backlog()
        var loop = await GatewayLoop(
            api, token: settings.token, intents: .all, store: store, clock: clock, chance: chance,
            privateRooms: { [record] in await record.privateRooms })
        await record.remember(privateRooms: loop.knownRooms)
        let (safe, newest) = (loop.happens, loop.newest)
        let (gaps, found) = AsyncStream.makeStream(of: Missed.Gap.self)
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                var missed = Missed(since: newest)
                await handOver(backlog, as: bot, inbox, &missed, found) { safe.yield($0) }
            }
            group.addTask { for await gap in gaps { await catchUp(gap, inbox) } }
            var ages = EventAge()
            try await loop.run { event, session in
                let interaction =
                    event.name == "INTERACTION_CREATE" ? Interaction(event.data, bot: bot) : nil
                var item = Backlog.Item(
                    heard: .event(event), session: session, sequence: event.sequence)
                let id = event.data["id"]?.string ?? ""
                let age = ages.age(
                    of: id, isReplay: event.isReplay, at: clock.now().timeIntervalSince1970)
                if let interaction {
                    // Told again too late: Discord has long said that the bot did not answer.
                    let isTooLate = event.isReplay && age > OpenInteraction.firstAnswer
                    guard !isTooLate, await interactions.open(interaction, age: age) else {
                        return
                    }
                    guard await isForInbox(interaction, &group) else { return }
                    item.heard = .interaction(interaction)
                }
                if event.name == "MESSAGE_CREATE", let answered = event.data.answeredInteraction {
                    await interactions.shown(id, answering: answered)
                }
                backlog.put(item)
            } note: { note in
                await take(note)
            }
            group.cancelAll()
        }
    }

    private func take(_ note: GatewayState.Note) async {
        let now = clock.now()
        switch note {
        case .alive: await record.alive(at: now)
        case .ready(let resumed):
            await record.connected(resumed: resumed, at: now)
            logger.info(resumed ? "resumed Discord's session" : "connected to Discord")
        case .askedToReconnect, .lost, .sessionInvalid:
            logger.info("\(note.words ?? "")")
        case .dead, .withoutContent, .unreachable, .waiting, .malformed:
            let words = note.words ?? ""
            if note != .withoutContent { await record.troubled(words) }
            logger.warning("\(words)")
        }
    }

    /// Starts whatever keeps Discord's deadline.
    /// - Returns: false where the interaction is answered right here.
    private func isForInbox(
        _ interaction: Interaction, _ group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async -> Bool {
        switch interaction.kind {
        case .typing:
            group.addTask { await suggest(for: interaction) }
            return false
        case .command(let name, let fields):
            // Whoever gave a file has said what the form would ask for.
            if interaction.attachment == nil,
                let form = settings.forms.first(where: { $0.command == name }),
                form.isNeeded(for: fields)
            {
                group.addTask {
                    await interactions.respond(
                        interaction.id,
                        form.response(for: interaction, given: fields, words: settings.words),
                        given: fields)
                }
                return false
            }
        case .menu(let name, let quote):
            if let entry = settings.menus.first(where: { $0.entry == name }), let form = entry.form
            {
                var given: [String: String] = [:]
                if let field = entry.quoting { given[field] = String(quote.text.prefix(900)) }
                group.addTask { [given] in
                    await interactions.respond(
                        interaction.id,
                        form.response(for: interaction, given: given, words: settings.words))
                }
                return false
            }
        case .press, .form: break
        }
        let isPrivate =
            interaction.place.isPrivate ? false : settings.answersPrivately(interaction.content)
        group.addTask { await interactions.tend(interaction.id, isPrivate: isPrivate) }
        return true
    }

    private func suggest(for interaction: Interaction) async {
        guard case .typing(let command, let fields, let field) = interaction.kind else { return }
        let suggestions =
            await suggester?.suggestions(
                DiscordSuggestion.Question(
                    command: command, field: field, typed: fields[field] ?? "", given: fields,
                    sender: interaction.sender, room: interaction.room, place: interaction.place))
            ?? []
        await interactions.respond(
            interaction.id,
            ["type": 8, "data": ["choices": .array(suggestions.prefix(25).map(\.json))]])
    }

    /// Puts what was heard into the bot's own words, a batch at a time, and says when it is safe.
    private func handOver(
        _ backlog: Backlog, as bot: String, _ inbox: any Inbox, _ missed: inout Missed,
        _ found: AsyncStream<Missed.Gap>.Continuation,
        _ tell: @Sendable (GatewayLoop.Event) -> Void
    ) async {
        var hearing = Hearing(
            menus: Dictionary(settings.menus.map { ($0.entry, $0.command) }) { first, _ in first })
        hearing.bot = bot
        await backlog.drain { items in
            var batch: [Incoming] = []
            for item in items {
                switch item.heard {
                case .event(let event):
                    await learn(about: event, &hearing)
                    batch += hearing.read(event, at: clock.now())
                    let channels = missed.channels(
                        after: event, private: await record.privateRooms,
                        at: clock.now().timeIntervalSince1970)
                    for channel in channels {
                        found.yield(.init(channel: channel, after: missed.after, hearing: hearing))
                    }
                case .interaction(let interaction):
                    if var incoming = hearing.read(interaction, at: clock.now()) {
                        await complete(&incoming, interaction)
                        batch.append(incoming)
                    }
                }
            }
            if !batch.isEmpty { await inbox.receive(batch) }
            guard let last = items.last, !Task.isCancelled else { return }
            tell(
                .safe(session: last.session, sequence: last.sequence, newest: missed.newest))
        }
    }

    /// A form brings back what was given before it opened.
    private func complete(_ incoming: inout Incoming, _ interaction: Interaction) async {
        guard case .form(let id, _) = interaction.kind,
            case .command(let name, let fields) = incoming.content
        else { return }
        let given = await interactions.given(beforeForm: id)
        incoming.content = .command(name, fields: given.merging(fields) { $1 })
    }

    /// A session that was taken up again tells nothing about servers: what is missing is asked for.
    private func learn(about event: GatewayEvent, _ hearing: inout Hearing) async {
        if event.name == "READY" {
            for guild in event.data["guilds"]?.array ?? [] {
                if let id = guild["id"]?.string { await record.isIn(server: id) }
            }
        }
        guard let guild = event.data["guild_id"]?.string ?? server(event) else {
            if event.name == "MESSAGE_CREATE", let user = event.data["author"]?["id"]?.string,
                event.data["author"]?["bot"]?.bool != true,
                let channel = event.data["channel_id"]?.string
            {
                await record.opened(channel, of: user)
            }
            return
        }
        await record.isIn(server: guild)
        guard event.name == "MESSAGE_CREATE", !hearing.knows(guild) else { return }
        guard let known = try? await api.call(.guild(guild), as: .again).value,
            let channels = try? await api.call(.channels(of: guild), as: .again).value
        else { return }
        hearing.note(guild: known, channels: channels.array)
    }

    private func server(_ event: GatewayEvent) -> String? {
        event.name == "GUILD_CREATE" ? event.data["id"]?.string : nil
    }
}

extension JSON {
    /// The interaction that a message of the bot's own answers.
    fileprivate var answeredInteraction: String? {
        self["interaction_metadata"]?["id"]?.string ?? self["interaction"]?["id"]?.string
    }
}

extension Interaction {
    /// What was asked for, before it is handed over.
    var content: Content {
        switch kind {
        case .command(let name, let fields), .typing(let name, let fields, _):
            .command(name, fields: fields)
        case .menu(let name, _): .command(name, fields: [:])
        case .press(let data): .press(data)
        case .form(let id, let fields): .command(DiscordForm.command(of: id), fields: fields)
        }
    }
}
