import Chat
import FoundationEssentials

/// Turns the gateway's events into the bot's own words, and keeps the book of servers up to date.
struct Hearing: Sendable {
    /// Who the bot is; nil until Discord has said so.
    var bot: String?
    private(set) var book = GuildBook()
    /// The servers that the bot was in when its session began: those that come later are news.
    private var known: Set<String> = []
    private let menus: [String: String]

    /// `menus` says which command stands behind which entry of a message's menu.
    init(menus: [String: String]) { self.menus = menus }

    /// What somebody did; none for what is only kept in mind, or of no kind that is known.
    mutating func read(_ event: GatewayEvent, at now: Date) -> [Incoming] {
        let data = event.data
        switch event.name {
        case "READY":
            bot = data["user"]?["id"]?.string ?? bot
            known.formUnion(data["guilds"]?.array.compactMap { $0["id"]?.string } ?? [])
        case "MESSAGE_CREATE": return message(data, at: now).map { [$0] } ?? []
        case "MESSAGE_UPDATE": return edited(data, at: now).map { [$0] } ?? []
        case "GUILD_CREATE": return joined(data, at: now)
        case "GUILD_UPDATE": book.note(guild: data)
        case "GUILD_DELETE": return left(data, at: now)
        case "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE":
            book.note(channel: data)
        case "THREAD_LIST_SYNC":
            for thread in data["threads"]?.array ?? [] {
                book.note(channel: thread, in: data["guild_id"]?.string)
            }
        case "CHANNEL_DELETE", "THREAD_DELETE": return closed(data, at: now)
        case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE":
            if let guild = data["guild_id"]?.string, let role = data["role"] {
                book.note(role: role, in: guild)
            }
        case "GUILD_ROLE_DELETE":
            if let guild = data["guild_id"]?.string, let role = data["role_id"]?.string {
                book.forget(role: role, in: guild)
            }
        default: break
        }
        return []
    }

    /// What was asked of Discord because no event told it.
    mutating func note(guild: JSON, channels: [JSON]) {
        book.note(guild: guild)
        for channel in channels { book.note(channel: channel, in: guild["id"]?.string) }
    }

    func knows(_ guild: String) -> Bool { book.knows(guild) }

    /// What somebody did with a command, a button or a form; nil for what is answered at once, here or elsewhere.
    func read(_ interaction: Interaction, at now: Date) -> Incoming? {
        var quote: Quote?
        let content: Content
        switch interaction.kind {
        case .command(let name, let fields): content = .command(name, fields: fields)
        case .menu(let name, let message):
            // An entry that this program no longer has is answered like any unknown command.
            content = .command(menus[name] ?? name, fields: [:])
            quote = message
        case .press(let data): content = .press(data)
        case .form(let id, let fields):
            content = .command(DiscordForm.command(of: id), fields: fields)
        case .typing: return nil
        }
        let moment = Snowflake.moment(of: interaction.id)
        return Incoming(
            cause: Cause(Platform.discord.rawValue, interaction.id), sender: interaction.sender,
            room: interaction.room, place: interaction.place, content: content,
            message: interaction.mark, replyTo: quote,
            attachment: interaction.attachment,
            aside: interaction.place.isPrivate ? nil : .aside(interaction),
            sentAt: moment.map { Date(timeIntervalSince1970: $0) } ?? now)
    }
}

extension Hearing {
    /// Nil for other bots' messages, service messages, and where the content is withheld.
    func message(_ data: JSON, at now: Date) -> Incoming? {
        guard let id = data["id"]?.string, let channel = data["channel_id"]?.string,
            let author = data["author"], let user = author["id"]?.string,
            author["bot"]?.bool != true, data["webhook_id"] == nil,
            [0, 19].contains(data["type"]?.int ?? 0),
            let text = data["content"]?.string.map({ words($0, data) })
        else { return nil }
        let file = Attachment(discord: data)
        guard !text.isEmpty || file != nil else { return nil }
        let guild = data["guild_id"]?.string ?? book.channel(channel)?.guild
        var sender = Sender(
            Account(.discord, user), name: Sender.name(author, member: data["member"]))
        if let guild {
            let roles = data["member"]?["roles"]?.array.compactMap(\.string) ?? []
            sender.authority =
                data["member"] == nil
                ? .unknown : book.authority(of: user, roles: roles, in: guild)
        }
        let quoted = data["referenced_message"]
        return Incoming(
            cause: Cause(Platform.discord.rawValue, id), sender: sender,
            room: guild == nil ? .discordPrivate(user) : book.room(channel),
            place: guild == nil ? .private : .group(title: book.channel(channel)?.name ?? ""),
            content: .text(text), message: id,
            replyTo: quoted.flatMap { message in
                message["id"]?.string.map { Quote(message, id: $0, bot: bot) }
            }, attachment: file,
            sentAt: Date(timeIntervalSince1970: Snowflake.moment(of: id) ?? 0), heardAt: now)
    }

    /// A text that its author changed; nil where Discord itself changed something about it.
    private func edited(_ data: JSON, at now: Date) -> Incoming? {
        guard let moment = data["edited_timestamp"]?.string, var heard = message(data, at: now),
            case .text(let text) = heard.content
        else { return nil }
        heard.content = .edited(text)
        // Each change is a message of its own, told again under the same name.
        let digits = moment.filter { $0.isASCII && $0.isWholeNumber }
        heard.cause = Cause(Platform.discord.rawValue, "\(heard.cause.id)-\(digits)")
        return heard
    }

    /// A message's text without the bot's own name in front, and with the names of people in the place of their ids.
    private func words(_ content: String, _ data: JSON) -> String {
        var text = content
        if let bot {
            for mention in ["<@\(bot)>", "<@!\(bot)>"] where text.hasPrefix(mention) {
                text = String(text.dropFirst(mention.count).drop(while: \.isWhitespace))
            }
        }
        for person in data["mentions"]?.array ?? [] {
            guard let id = person["id"]?.string else { continue }
            let name = "@" + Sender.name(person, member: person["member"])
            for mention in ["<@\(id)>", "<@!\(id)>"] { text = text.replacing(mention, with: name) }
        }
        return text
    }

    /// A server that the bot was not in before; the first channel to greet in is the one that Discord greets in.
    private mutating func joined(_ data: JSON, at now: Date) -> [Incoming] {
        book.note(guild: data)
        guard let guild = data["id"]?.string, known.insert(guild).inserted,
            let room = data["system_channel_id"]?.string ?? book.rooms(of: guild).first
        else { return [] }
        return [
            change(
                .botAdded, in: room, by: data["owner_id"]?.string, key: "joined-\(guild)", at: now)
        ]
    }

    /// The bot was put out of a server; one that is only unavailable comes back.
    private mutating func left(_ data: JSON, at now: Date) -> [Incoming] {
        guard let guild = data["id"]?.string, data["unavailable"]?.bool != true else { return [] }
        let rooms = book.rooms(of: guild)
        book.forget(guild: guild)
        known.remove(guild)
        return rooms.map {
            change(.botRemoved, in: $0, by: nil, key: "left-\($0)", at: now)
        }
    }

    private mutating func closed(_ data: JSON, at now: Date) -> [Incoming] {
        guard let channel = data["id"]?.string else { return [] }
        let isThread =
            book.channel(channel)?.isThread ?? ((10...12).contains(data["type"]?.int ?? 0))
        book.forget(channel: channel)
        // A thread that is gone says nothing about its channel.
        guard !isThread else { return [] }
        return [change(.botRemoved, in: channel, by: nil, key: "closed-\(channel)", at: now)]
    }

    private func change(
        _ content: Content, in channel: String, by user: String?, key: String, at now: Date
    ) -> Incoming {
        let account = Account(.discord, user ?? bot ?? "0")
        return Incoming(
            cause: Cause(
                Platform.discord.rawValue, "\(key)-\(Int(now.timeIntervalSince1970))"),
            sender: Sender(account, name: ""), room: RoomAddress(.discord, channel),
            place: .group(title: book.channel(channel)?.name ?? ""), content: content, sentAt: now)
    }
}
