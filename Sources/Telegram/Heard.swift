import Chat
import FoundationEssentials

/// An update in the bot's own words, and what is still to be done about it.
struct Heard: Hashable, Sendable {
    var incoming: Incoming
    /// Where and about whom Telegram can be asked for the sender's rights; nil where they could not matter.
    var question: Question?

    struct Question: Hashable, Sendable {
        var chat: Int64
        var user: Int64
    }

    /// Which update of which bot it was.
    private struct Source {
        var cause: Cause
        var platform: Platform
    }
}

extension Heard {
    /// Nil for what the bot does not act upon: other bots' messages, commands for other bots, service messages,
    /// channels, forwarded commands.
    init?(_ update: Update, by bot: TelegramUser, on platform: Platform, at now: Date) {
        let source = Source(
            cause: Cause(platform.rawValue, String(update.id)), platform: platform)
        switch update.kind {
        case .message(let message):
            self.init(message, source, by: bot)
            incoming.heardAt = now
        case .edit(let message):
            self.init(message, source, by: bot)
            guard case .text(let text) = incoming.content else { return nil }
            incoming.content = .edited(text)
            incoming.heardAt = now
        case .press(let query): self.init(query, source, at: now)
        case .membership(let change): self.init(change, source)
        case .member, .unknown: return nil
        }
    }

    private init?(_ message: TelegramMessage, _ source: Source, by bot: TelegramUser) {
        if let move = Heard(migrationIn: message, source) {
            self = move
            return
        }
        guard message.chat.kind != .channel, !message.isAutomaticForward,
            let author = Author(of: message), let written = message.words,
            let text = CommandAddress.stripped(written, for: bot.username)
        else { return nil }
        // Somebody else wrote a forwarded command, and could have had it forwarded for the sake of the forwarder's
        // rights: it is read as little as one for another bot. Other forwarded words carry no rights.
        guard !message.isForwarded || !text.hasPrefix("/") else { return nil }
        let incoming = Incoming(
            cause: source.cause, sender: author.sender,
            room: message.chat.room(on: source.platform, topic: message.topic),
            place: message.chat.place, content: message.sharedZone ?? .text(text),
            message: String(message.id),
            replyTo: message.replyTo.map { Quote($0, part: message.quotedPart, bot: bot.id) },
            attachment: message.document.map { Attachment($0) },
            sentAt: Date(timeIntervalSince1970: Double(message.editDate ?? message.date)))
        self.init(incoming: incoming)
        if let user = author.user, message.chat.kind == .group, !message.isForwarded {
            question = Question(chat: message.chat.id, user: user)
        }
    }

    private init?(_ query: CallbackQuery, _ source: Source, at now: Date) {
        guard let data = query.data, !data.isEmpty, !query.from.isBot,
            query.message?.chat.kind != .channel
        else { return nil }
        let chat = query.message?.chat ?? TelegramChat(id: query.from.id, kind: .private)
        let incoming = Incoming(
            cause: source.cause, sender: Sender(query.from),
            room: chat.room(on: source.platform, topic: query.message?.topic),
            place: chat.place, content: .press(data), message: query.message.map { String($0.id) },
            sentAt: now)
        self.init(incoming: incoming)
        if chat.kind == .group { question = Question(chat: chat.id, user: query.from.id) }
    }

    private init?(_ change: MembershipChange, _ source: Source) {
        guard change.old.isIn != change.new.isIn, change.chat.kind != .channel else { return nil }
        self.init(
            incoming: Incoming(
                cause: source.cause, sender: Sender(change.from),
                room: change.chat.room(on: source.platform),
                place: change.chat.place, content: change.new.isIn ? .botAdded : .botRemoved,
                sentAt: Date(timeIntervalSince1970: Double(change.date))))
    }

    /// A group became a supergroup: told once in the old chat and once in the new one, and either may be missed.
    private init?(migrationIn message: TelegramMessage, _ source: Source) {
        let (old, new): (Int64, Int64)
        if let to = message.migratedTo {
            (old, new) = (message.chat.id, to)
        } else if let from = message.migratedFrom {
            (old, new) = (from, message.chat.id)
        } else {
            return nil
        }
        let sender = message.from.map { Sender($0) } ?? Sender(anonymousIn: message.chat)
        self.init(
            incoming: Incoming(
                cause: source.cause, sender: sender,
                room: RoomAddress(source.platform, String(old)),
                place: message.chat.place,
                content: .moved(to: RoomAddress(source.platform, String(new))),
                sentAt: Date(timeIntervalSince1970: Double(message.date))))
    }
}

extension TelegramMessage {
    /// What it says; a file without a caption says nothing, and is heard all the same.
    fileprivate var words: String? {
        text ?? (document == nil && sharedZone == nil ? nil : "")
    }

    /// Whoever shares with the bot where they are says which clock they live by. In a group it is meant for the others,
    /// and a forwarded place is somebody else's.
    fileprivate var sharedZone: Content? {
        guard let location, chat.kind == .private, !isForwarded else { return nil }
        return .command("profile zone", fields: ["zone": location.typed])
    }
}

/// Who a message counts as coming from.
private struct Author {
    var sender: Sender
    /// The person's own id; nil where Telegram hides who it was.
    var user: Int64?

    init?(of message: TelegramMessage) {
        if let chat = message.senderChat {
            // Telegram does not say which administrator it was, so the message carries nobody's rights. The account
            // names no chat that could be written to: what is private must not arrive in the group.
            let authority: Authority = chat.id == message.chat.id ? .unknown : .member
            sender = Sender(anonymousIn: chat, authority: authority)
        } else if let from = message.from, !from.isBot {
            sender = Sender(from)
            user = from.id
        } else {
            return nil
        }
    }
}

extension Account {
    /// The prefix of an account that stands for whoever wrote in the name of a chat.
    static let anonymousPrefix = "anonymous"

    init(telegram user: Int64) { self.init(.telegram, String(user)) }
}

extension Sender {
    init(_ user: TelegramUser) {
        self.init(Account(telegram: user.id), name: user.name, language: user.language)
    }

    init(anonymousIn chat: TelegramChat, authority: Authority = .unknown) {
        let account = Account(.telegram, "\(Account.anonymousPrefix)\(chat.id)")
        self.init(account, name: chat.title, authority: authority)
    }
}

extension Quote {
    init(_ quoted: QuotedMessage, part: String?, bot: Int64) {
        self.init(
            message: String(quoted.id), author: quoted.from.map { Account(telegram: $0.id) },
            authorName: quoted.from?.name ?? "", text: part ?? quoted.text,
            isOurs: quoted.from?.id == bot, attachment: quoted.document.map { Attachment($0) })
    }
}
