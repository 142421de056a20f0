import CurlHTTP

/// One endpoint of Discord's API with its places filled in, and what its limits belong to.
struct DiscordRoute: Hashable, Sendable {
    let method: HTTPRequest.Method
    /// The path with names for ids: what Discord has one limit for.
    let template: String
    let path: String
    /// The id that Discord keeps a limit of its own for: a channel, a guild, a webhook with its token.
    let top: String
    /// Answers to interactions carry their own token and are outside the global limit.
    let isInteraction: Bool

    /// Percent-encodes each id: what came from outside stays one part of the path.
    private init(
        _ method: HTTPRequest.Method, _ template: String, _ ids: [String], top: String = "",
        isInteraction: Bool = false
    ) {
        self.method = method
        self.template = template
        self.top = top
        self.isInteraction = isInteraction
        var rest = ids[...]
        path = template.split(separator: "/").map { part in
            part.hasPrefix(":") ? "/" + Self.encoded(rest.popFirst() ?? "") : "/" + part
        }.joined()
    }

    private static func encoded(_ id: String) -> String {
        var out = ""
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out.isEmpty ? "-" : out
    }
}

extension DiscordRoute {
    static let gateway = DiscordRoute(.get, "/gateway/bot", [])
    static let me = DiscordRoute(.get, "/users/@me", [])
    static let application = DiscordRoute(.get, "/applications/@me", [])
    static let guilds = DiscordRoute(.get, "/users/@me/guilds", [])
    static let openPrivate = DiscordRoute(.post, "/users/@me/channels", [])

    static func guild(_ id: String) -> Self { .init(.get, "/guilds/:guild", [id], top: id) }

    static func channels(of guild: String) -> Self {
        .init(.get, "/guilds/:guild/channels", [guild], top: guild)
    }

    static func channel(_ id: String) -> Self { .init(.get, "/channels/:channel", [id], top: id) }

    static func member(_ user: String, of guild: String) -> Self {
        .init(.get, "/guilds/:guild/members/:user", [guild, user], top: guild)
    }

    static func messages(in channel: String) -> Self {
        .init(.get, "/channels/:channel/messages", [channel], top: channel)
    }

    static func message(_ id: String, in channel: String) -> Self {
        .init(.get, "/channels/:channel/messages/:message", [channel, id], top: channel)
    }

    static func send(to channel: String) -> Self {
        .init(.post, "/channels/:channel/messages", [channel], top: channel)
    }

    static func edit(_ message: String, in channel: String) -> Self {
        .init(.patch, "/channels/:channel/messages/:message", [channel, message], top: channel)
    }

    static func delete(_ message: String, in channel: String) -> Self {
        .init(.delete, "/channels/:channel/messages/:message", [channel, message], top: channel)
    }

    static func typing(in channel: String) -> Self {
        .init(.post, "/channels/:channel/typing", [channel], top: channel)
    }

    static func thread(in channel: String) -> Self {
        .init(.post, "/channels/:channel/threads", [channel], top: channel)
    }

    static func commands(_ method: HTTPRequest.Method, app: String, guild: String?) -> Self {
        guard let guild else {
            return .init(method, "/applications/:application/commands", [app])
        }
        return .init(
            method, "/applications/:application/guilds/:guild/commands", [app, guild], top: guild)
    }

    static func callback(_ interaction: String, token: String) -> Self {
        .init(
            .post, "/interactions/:interaction/:token/callback", [interaction, token],
            top: interaction, isInteraction: true)
    }

    static func original(
        _ method: HTTPRequest.Method, app: String, token: String
    ) -> Self {
        .init(
            method, "/webhooks/:webhook/:token/messages/@original", [app, token],
            top: app + token, isInteraction: true)
    }

    static func followUp(app: String, token: String) -> Self {
        .init(
            .post, "/webhooks/:webhook/:token", [app, token], top: app + token,
            isInteraction: true)
    }
}
