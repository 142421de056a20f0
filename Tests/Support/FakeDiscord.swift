import FlyingFox
import FlyingSocks
import Foundation

/// A small Discord on loopback, for tests of a whole bot: people speak and use commands, the bot answers, the test reads.
///
/// ```swift
/// try await FakeDiscord.running { discord, base in
///     await discord.say("!ping", from: .init(id: 11, name: "Lila"))
///     #expect(await discord.nextSent().content == "pong")
/// }
/// ```
/// It keeps the rules that a bot can break: a session has to be resumed with its number, an interaction is answered
/// once, a repeated nonce is no second message, unknown tokens are refused.
package actor FakeDiscord {
    package static let token = "MTA.Fake.discord_token"
    package static let server = "2"
    package static let channel = "5"

    package private(set) var sent: [Sent] = []
    private var upload: FakeTelegram.File?
    /// The names of the commands that are registered.
    package private(set) var commands: [String] = []
    package private(set) var registrations = 0
    /// How often a session was begun, and taken up again.
    package private(set) var sessions = 0
    package private(set) var resumes = 0

    private var gateway = ""
    private var events: [(sequence: Int, json: String)] = []
    private var lastID: UInt64 = 0
    private var connection: AsyncStream<WSMessage>.Continuation?
    private var read = 0
    private var readers: [CheckedContinuation<Void, Never>] = []
    private var listeners: [CheckedContinuation<Void, Never>] = []
    private var acknowledged: Set<String> = []
    private var nonces: [String: String] = [:]
    private var registered = "[]"
    private var isForgetful = false
    /// What people said in the server's channel and in private, as Discord lists it.
    private var said: [(id: String, channel: String, json: String)] = []
    /// What people attached, by the path at which it lies; see `FakeDiscord+Files.swift`.
    var attached: [String: [UInt8]] = [:]
    var fileService = FileService.works
    /// Each message by its id, for whoever asks for one.
    var messages: [String: String] = [:]
    /// The server's own address.
    private(set) var host = ""
    private var faults: [String: [(status: Int, body: String)]] = [:]

    /// Serves for as long as `body` runs; its second argument is the address to give to the bot.
    package static func running<Result: Sendable>(
        _ body: @Sendable (FakeDiscord, String) async throws -> Result
    ) async throws -> Result {
        let fake = FakeDiscord()
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 3_600, logger: .disabled)
        let sockets = WebSocketHTTPHandler(
            handler: MessageFrameWSHandler(handler: Line(fake: fake)))
        await server.appendRoute("GET /", to: sockets)
        await server.appendRoute("GET /resume", to: sockets)
        await server.appendRoute("*") { try await fake.answer($0) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            try await server.waitUntilListening()
            guard case .ip4(_, let port) = await server.listeningAddress else {
                throw SocketError.unsupportedAddress
            }
            await fake.open(at: "127.0.0.1:\(port)")
            defer { group.cancelAll() }
            let result = try await body(fake, "http://127.0.0.1:\(port)/api/v10")
            await fake.drop()
            return result
        }
    }

    private func open(at address: String) {
        (host, gateway) = (address, "ws://\(address)/")
    }

    // MARK: People

    /// Says something in the server's channel, or in private.
    /// - Returns: the message's id.
    @discardableResult
    package func say(
        _ text: String, from person: Person, privately: Bool = false, roles: [String] = [],
        replyingTo message: String? = nil, with files: [FakeTelegram.File] = []
    ) -> String {
        let id = nextID()
        let place =
            privately
            ? #""channel_id":"9\#(person.id)""#
            : #""channel_id":"\#(Self.channel)","guild_id":"\#(Self.server)","member":{"roles":\#(Self.json(roles))}"#
        let reply = message.map {
            #","referenced_message":\#(messages[$0] ?? #"{"id":"\#($0)","content":"old","author":{"id":"4"}}"#)"#
        }
        let attachments = files.map { keep($0) }.joined(separator: ",")
        let json =
            #"{"id":"\#(id)",\#(place),"type":\#(reply == nil ? 0 : 19),"content":\#(Self.json(text)),"author":\#(Self.user(person)),"attachments":[\#(attachments)]\#(reply ?? "")}"#
        messages[id] = json
        said.append((id, privately ? "9\(person.id)" : Self.channel, json))
        deliver("MESSAGE_CREATE", json)
        return id
    }

    /// Uses a command, presses a button or fills in a form; `data` is what Discord sends of it, as JSON.
    /// - Returns: the interaction's id.
    @discardableResult
    package func interact(_ type: Int, _ data: String, by person: Person) -> String {
        let id = nextID()
        deliver(
            "INTERACTION_CREATE",
            """
            {"id":"\(id)","application_id":"1","token":"tok\(id)","type":\(type),"locale":"pt-BR",
            "channel_id":"\(Self.channel)","guild_id":"\(Self.server)","data":\(data),
            "channel":{"id":"\(Self.channel)","type":0,"name":"general"},
            "member":{"permissions":"\(person.permissions)","user":\(Self.user(person))}}
            """)
        return id
    }

    /// Any event, which a bot that is away is told when it resumes.
    package func deliver(_ name: String, _ data: String) {
        let sequence = (events.last?.sequence ?? 0) + 1
        let json = #"{"op":0,"s":\#(sequence),"t":"\#(name)","d":\#(data)}"#
        events.append((sequence, json))
        connection?.yield(.text(json))
    }

    /// Anything else on the gateway: `{"op":7}`.
    package func tell(_ json: String) { connection?.yield(.text(json)) }

    /// Ends the gateway's connection; the session goes on.
    package func drop() {
        connection?.yield(.close(WSCloseCode(4000, reason: "")))
        connection?.finish()
        connection = nil
    }

    /// Ends the connection and forgets the session: what is said until the next one is told to nobody.
    package func forget() {
        drop()
        isForgetful = true
    }

    // MARK: What the bot did

    /// The next thing that the bot said and the test has not read yet; waits for it.
    package func nextSent() async -> Sent {
        while read >= sent.count { await withCheckedContinuation { readers.append($0) } }
        read += 1
        return sent[read - 1]
    }

    /// Returns once the bot has begun or taken up so many sessions in all.
    package func waitForSessions(_ count: Int) async {
        while sessions + resumes < count {
            await withCheckedContinuation { listeners.append($0) }
        }
    }

    /// Returns once commands were registered.
    package func waitForCommands() async {
        while registrations == 0 { await withCheckedContinuation { listeners.append($0) } }
    }

    /// The next requests to a path that ends so are answered so; nothing is executed.
    package func fail(_ ending: String, status: Int, body: String, times: Int = 1) {
        faults[ending, default: []] += Array(repeating: (status, body), count: times)
    }

    func nextID() -> String {
        lastID += 1
        // 28 November 2026, and one more each time.
        return String((1_795_824_000_000 - 1_420_070_400_000) << 22 + lastID)
    }

    private func wake() {
        for listener in listeners { listener.resume() }
        listeners = []
    }

    private static func user(_ person: Person) -> String {
        #"{"id":"\#(person.id)","username":\#(json(person.name)),"global_name":\#(json(person.name))}"#
    }

    static func json(_ value: some Encodable) -> String {
        (try? JSONEncoder().encode([value])).map {
            String(decoding: $0.dropFirst().dropLast(), as: UTF8.self)
        } ?? "null"
    }
}

// MARK: The gateway

extension FakeDiscord {
    /// One connection's messages, in and out.
    fileprivate struct Line: WSMessageHandler {
        let fake: FakeDiscord

        func makeMessages(
            for client: AsyncStream<WSMessage>
        ) async throws -> AsyncStream<WSMessage> {
            let (messages, continuation) = AsyncStream.makeStream(of: WSMessage.self)
            continuation.yield(.text(#"{"op":10,"d":{"heartbeat_interval":41250}}"#))
            Task {
                for await case .text(let text) in client { await fake.heard(text, continuation) }
                continuation.finish()
            }
            return messages
        }
    }

    private struct Heard: Decodable {
        struct Data: Decodable { var token, session_id: String?; var seq: Int? }
        var op: Int
    }

    private struct Session: Decodable {
        var d: Heard.Data
    }

    private func heard(_ text: String, _ line: AsyncStream<WSMessage>.Continuation) {
        let data = Data(text.utf8)
        guard let operation = try? JSONDecoder().decode(Heard.self, from: data).op else { return }
        if operation == 1 { line.yield(.text(#"{"op":11}"#)) }
        guard operation == 2 || operation == 6,
            let session = try? JSONDecoder().decode(Session.self, from: data).d
        else { return }
        guard session.token == Self.token else {
            line.yield(.close(WSCloseCode(4004, reason: "Authentication failed")))
            return
        }
        operation == 2 ? begin(on: line) : resume(session, on: line)
        wake()
    }

    private func begin(on line: AsyncStream<WSMessage>.Continuation) {
        connection = line
        sessions += 1
        isForgetful = false
        events = []
        deliver(
            "READY",
            """
            {"session_id":"s\(sessions)","resume_gateway_url":"\(gateway)resume","application":{"id":"1"},
            "user":{"id":"4","username":"bot"},"guilds":[{"id":"\(Self.server)","unavailable":true}]}
            """)
        deliver(
            "GUILD_CREATE",
            """
            {"id":"\(Self.server)","owner_id":"99","roles":[{"id":"\(Self.server)","permissions":"0"},
            {"id":"3","permissions":"32"}],"channels":[{"id":"\(Self.channel)","type":0,"name":"general","last_message_id":"\(said.last { $0.channel == Self.channel }?.id ?? "0")"}]}
            """)
    }

    private func resume(_ session: Heard.Data, on line: AsyncStream<WSMessage>.Continuation) {
        guard !isForgetful, session.session_id == "s\(sessions)", let last = session.seq else {
            line.yield(.text(#"{"op":9,"d":false}"#))
            return
        }
        connection = line
        resumes += 1
        for event in events where event.sequence > last { line.yield(.text(event.json)) }
        deliver("RESUMED", "{}")
    }
}

// MARK: The API

extension FakeDiscord {
    /// A body's members, under Discord's names.
    private struct Body: Decodable {
        struct Reference: Decodable { var message_id: String }
        struct Row: Decodable { var components: [Button]? }
        struct Button: Decodable { var custom_id: String? }
        struct Inner: Decodable {
            var content: String?
            var flags: Int?
            var components: [Row]?
        }

        var content, nonce, recipient_id: String?
        var type, flags: Int?
        var data: Inner?
        var components: [Row]?
        var message_reference: Reference?
    }

    private struct Command: Decodable { var name: String }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let path = request.path.split(separator: "/").map(String.init)
        if path.first == "attachments" { return attachment(at: request) }
        // /api/v10/… ; the gateway's address without an upgrade is none.
        guard path.count > 2, path[0] == "api" else { return Self.refusal(404, 0) }
        let parts = Array(path[2...])
        let isInteraction = parts[0] == "interactions" || parts[0] == "webhooks"
        guard isInteraction || request.headers[.authorization] == "Bot " + Self.token else {
            return Self.refusal(401, 0)
        }
        let data = try await request.bodyData
        if let ending = faults.first(where: { request.path.hasSuffix($0.key) && !$0.value.isEmpty })
        {
            let fault = ending.value[0]
            faults[ending.key]?.removeFirst()
            return HTTPResponse(
                statusCode: HTTPStatusCode(fault.status, phrase: ""),
                headers: [HTTPHeader("Via"): "fake"], body: Data(fault.body.utf8))
        }
        if parts.last == "commands" { return commands(request.method == .PUT ? data : nil) }
        let (json, file) = FakeTelegram.Form.json(data, request.headers[.contentType])
        upload = file
        let body = (try? JSONDecoder().decode(Body.self, from: json)) ?? Body()
        switch (parts[0], parts.count) {
        case ("gateway", _): return Self.ok(#"{"url":"\#(gateway)"}"#)
        case ("users", 2): return Self.ok(#"{"id":"4","username":"bot"}"#)
        case ("users", 3) where parts[2] == "guilds": return Self.ok(#"[{"id":"\#(Self.server)"}]"#)
        case ("users", 3): return Self.ok(#"{"id":"9\#(body.recipient_id ?? "")"}"#)
        case ("applications", 2): return Self.ok(#"{"id":"1"}"#)
        case ("channels", 3) where request.method == .POST: return send(body, to: parts[1])
        case ("channels", 3):
            let after = request.query["after"].flatMap { UInt64($0) } ?? 0
            let newer = said.filter { $0.channel == parts[1] && (UInt64($0.id) ?? 0) > after }
            return Self.ok("[" + newer.reversed().map(\.json).joined(separator: ",") + "]")
        case ("channels", 4):
            return messages[parts[3]].map { Self.ok(renewed($0)) } ?? Self.refusal(404, 10008)
        case ("interactions", 4): return respond(body, to: parts[1])
        case ("webhooks", 3): return further(body, to: parts[2], .followUp)
        case ("webhooks", 5): return further(body, to: parts[2], .filled)
        default: return Self.refusal(404, 10003)
        }
    }

    private func commands(_ written: Data?) -> HTTPResponse {
        if let written {
            registered = String(decoding: written, as: UTF8.self)
            commands = (try? JSONDecoder().decode([Command].self, from: written))?.map(\.name) ?? []
            registrations += 1
            wake()
        }
        return Self.ok(registered)
    }

    private func send(_ body: Body, to channel: String) -> HTTPResponse {
        if let nonce = body.nonce, let known = nonces[channel + nonce] {
            return Self.ok(#"{"id":"\#(known)"}"#)
        }
        let id = put(
            .message, channel, body.content, body.flags, body.components, body.message_reference)
        if let nonce = body.nonce { nonces[channel + nonce] = id }
        return Self.ok(#"{"id":"\#(id)"}"#)
    }

    private func respond(_ body: Body, to interaction: String) -> HTTPResponse {
        guard acknowledged.insert(interaction).inserted else { return Self.refusal(400, 40060) }
        let id = put(
            .callback(type: body.type ?? 0), interaction, body.data?.content, body.data?.flags,
            body.data?.components, nil)
        return Self.ok(#"{"resource":{"message":{"id":"\#(id)"}}}"#)
    }

    private func further(_ body: Body, to token: String, _ way: Sent.Way) -> HTTPResponse {
        let interaction = String(token.dropFirst(3))
        guard acknowledged.contains(interaction) else { return Self.refusal(404, 10015) }
        let id = put(way, interaction, body.content, body.flags, body.components, nil)
        return Self.ok(#"{"id":"\#(id)"}"#)
    }

    private func put(
        _ way: Sent.Way, _ place: String, _ content: String?, _ flags: Int?, _ rows: [Body.Row]?,
        _ reply: Body.Reference?
    ) -> String {
        let id = nextID()
        sent.append(
            Sent(
                way: way, place: place, id: id, content: content ?? "",
                isEphemeral: (flags ?? 0) & 64 != 0, replyTo: reply?.message_id,
                buttons: (rows ?? []).flatMap { $0.components ?? [] }.compactMap(\.custom_id),
                file: upload))
        for reader in readers { reader.resume() }
        readers = []
        return id
    }

    private static func ok(_ json: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: .ok, headers: [HTTPHeader("Via"): "fake"], body: Data(json.utf8))
    }

    private static func refusal(_ status: Int, _ code: Int) -> HTTPResponse {
        HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: ""), headers: [HTTPHeader("Via"): "fake"],
            body: Data(#"{"message":"no","code":\#(code)}"#.utf8))
    }
}
