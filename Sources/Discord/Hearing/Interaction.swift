import Chat
import FoundationEssentials

/// Something that a person did with the bot's own commands, buttons or forms, and that wants an answer at once.
struct Interaction: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A slash command: its words, and its options by name as text.
        case command(String, fields: [String: String])
        /// An entry of a message's own menu, with the message.
        case menu(String, Quote)
        case press(String)
        /// A form that was filled in.
        case form(id: String, fields: [String: String])
        /// An option that is being typed: suggestions are wanted.
        case typing(String, fields: [String: String], field: String)
    }

    var id: String
    var token: String
    var application: String
    var kind: Kind
    /// The file that was given to a command.
    var attachment: Attachment?
    var sender: Sender
    var room: RoomAddress
    var place: Place

    /// A press acknowledges its own message; everything else opens a message of its own.
    var isPress: Bool {
        if case .press = kind { true } else { false }
    }

    var wantsAnswer: Bool {
        if case .typing = kind { false } else { true }
    }

    /// The mark by which an answer finds its interaction, in the place of a message's id.
    var mark: String { Self.mark + id }
    static let mark = "i"
}

extension Interaction {
    /// Nil for what is not as documented, or of a kind from the future.
    init?(_ json: JSON, bot: String?) {
        guard let id = json["id"]?.string, let token = json["token"]?.string,
            let application = json["application_id"]?.string,
            let user = json["member"]?["user"] ?? json["user"], let userID = user["id"]?.string,
            let channel = json["channel_id"]?.string ?? json["channel"]?["id"]?.string,
            let kind = Self.kind(json, bot: bot)
        else { return nil }
        self.id = id
        self.token = token
        self.application = application
        self.kind = kind
        attachment = json["data"].flatMap { Self.file($0) }
        let permissions = json["member"]?["permissions"]?.bits
        sender = Sender(
            Account(.discord, userID), name: Sender.name(user, member: json["member"]),
            language: json["locale"]?.string,
            authority: permissions.map(Permissions.authority) ?? .member)
        guard let guild = json["guild_id"]?.string else {
            room = .discordPrivate(userID)
            place = .private
            return
        }
        var book = GuildBook()
        if let known = json["channel"] { book.note(channel: known, in: guild) }
        room = book.room(channel)
        place = .group(title: json["channel"]?["name"]?.string ?? "")
    }

    private static func kind(_ json: JSON, bot: String?) -> Kind? {
        guard let data = json["data"] else { return nil }
        switch json["type"]?.int {
        case 2 where data["type"]?.int ?? 1 == 1:
            guard let read = words(data) else { return nil }
            return .command(read.name, fields: read.fields)
        case 2:
            guard let name = data["name"]?.string, let target = data["target_id"]?.string,
                let message = data["resolved"]?["messages"]?[target]
            else { return nil }
            return .menu(name, Quote(message, id: target, bot: bot))
        case 3: return (data["custom_id"]?.string).map { .press(ButtonRows.data(of: $0)) }
        case 4:
            guard let read = words(data), let focused = read.focused else { return nil }
            return .typing(read.name, fields: read.fields, field: focused)
        case 5:
            return (data["custom_id"]?.string).map {
                .form(id: $0, fields: inputs(data["components"]?.array ?? []))
            }
        default: return nil
        }
    }

    private static func words(
        _ data: JSON
    ) -> (name: String, fields: [String: String], focused: String?)? {
        guard let (name, options) = options(data) else { return nil }
        var fields: [String: String] = [:]
        for option in options where option["type"]?.int != fileOption {
            guard let name = option["name"]?.string, let value = option["value"] else { continue }
            fields[name] = text(value)
        }
        let focused = options.first { $0["focused"]?.bool == true }?["name"]?.string
        return (name, fields, focused)
    }

    /// The file of the option or of the form's input that takes one; its bytes lie elsewhere.
    private static func file(_ data: JSON) -> Attachment? {
        let option = options(data)?.given.first { $0["type"]?.int == fileOption }?["value"]?.string
        guard let id = option ?? upload(data["components"]?.array ?? []),
            let file = data["resolved"]?["attachments"]?[id]
        else { return nil }
        return Attachment(discord: file, of: nil)
    }

    private static let fileOption = 11
    private static let fileInput = 19

    private static func upload(_ components: [JSON]) -> String? {
        components.lazy.compactMap { component in
            component["type"]?.int == fileInput
                ? component["values"]?.array.first?.string : upload(inner(component))
        }.first
    }

    /// Walks down the sub-commands to the options that were given.
    private static func options(_ data: JSON) -> (name: String, given: [JSON])? {
        guard var name = data["name"]?.string else { return nil }
        var options = data["options"]?.array ?? []
        while let sub = options.first, let type = sub["type"]?.int, type == 1 || type == 2 {
            guard let word = sub["name"]?.string else { return nil }
            name += " " + word
            options = sub["options"]?.array ?? []
        }
        return (name, options)
    }

    private static func text(_ value: JSON) -> String? {
        switch value {
        case .string(let text): text
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .bool(let value): value ? "yes" : "no"
        case .null, .array, .object: nil
        }
    }

    /// What stands in a form's inputs, whatever they are wrapped in.
    private static func inputs(_ components: [JSON]) -> [String: String] {
        var fields: [String: String] = [:]
        for component in components {
            if let id = component["custom_id"]?.string {
                fields[id] = component["value"].flatMap { text($0) }
            }
            fields.merge(inputs(inner(component))) { first, _ in first }
        }
        return fields
    }

    private static func inner(_ component: JSON) -> [JSON] {
        (component["components"]?.array ?? []) + [component["component"]].compactMap { $0 }
    }
}

extension Sender {
    /// The name that a server knows somebody by, else their own.
    static func name(_ user: JSON, member: JSON?) -> String {
        member?["nick"]?.string ?? user["global_name"]?.string ?? user["username"]?.string ?? ""
    }
}

extension Quote {
    init(_ message: JSON, id: String, bot: String?) {
        let author = message["author"]
        let authorID = author?["id"]?.string
        self.init(
            message: id, author: authorID.map { Account(.discord, $0) },
            authorName: author.map { Sender.name($0, member: nil) } ?? "",
            text: message["content"]?.string ?? "", isOurs: authorID != nil && authorID == bot,
            attachment: Attachment(discord: message))
    }
}

extension RoomAddress {
    /// Somebody's private chat, which Discord opens for whoever asks: it needs no id of its own.
    static func discordPrivate(_ user: String) -> RoomAddress { RoomAddress(.discord, "@" + user) }

    /// Where an interaction's answer is read by its sender alone.
    static func aside(_ interaction: Interaction) -> RoomAddress {
        RoomAddress(.discord, "@" + interaction.sender.account.id, topic: interaction.mark)
    }

    /// Whose private chat it is.
    var discordUser: String? {
        guard platform == .discord, chat.hasPrefix("@"), UInt64(chat.dropFirst()) != nil else {
            return nil
        }
        return String(chat.dropFirst())
    }

    /// The interaction that an answer goes to.
    var discordInteraction: String? {
        guard let topic, topic.hasPrefix(Interaction.mark) else { return nil }
        return String(topic.dropFirst(Interaction.mark.count))
    }

    /// The channel or thread that messages go to; nil for a private chat.
    var discordChannel: String? {
        let id = topic ?? chat
        return platform == .discord && UInt64(id) != nil ? id : nil
    }
}
