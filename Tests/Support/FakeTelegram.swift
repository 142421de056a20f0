import FlyingFox
import FlyingSocks
package import Foundation

/// A small Bot API on loopback, for whole-bot tests: people speak, the bot answers, the test reads.
///
/// ```swift
/// try await FakeTelegram.running { telegram, base in
///     await telegram.say("/ping", from: .init(id: 11, name: "Lila"))
///     #expect(await telegram.nextMessage().text == "pong")
/// }
/// ```
/// It keeps the rules that a bot can break: an update comes again until a higher offset confirms it, one poll at a
/// time, unknown tokens are refused. Faults are given by method with `fail`.
package actor FakeTelegram {
    package struct Person: Sendable {
        package var id: Int
        package var name: String
        package init(id: Int, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A message of the bot's.
    package struct Sent: Sendable {
        package var id: Int
        package var chat: Int
        package var topic: Int?
        package var text: String
        package var replyTo: Int?
        /// Whether it opens a reply field.
        package var forcesReply: Bool
        /// What the buttons say when pressed, row by row.
        package var buttons: [[String]]
        /// Types of the entities, in order.
        package var entities: [String]
        package var file: File?
    }

    package static let token = "4242:FakeFakeFake_-01"

    package private(set) var sent: [Sent] = []
    package private(set) var answeredPresses: [String] = []
    /// The commands of each menu, by its scope.
    package private(set) var menus: [String: [String]] = [:]
    /// What was put in the place of a message of the bot's, in order.
    package private(set) var edits: [Sent] = []
    /// The chats in which the bot showed itself typing.
    package private(set) var typing: [Int] = []
    /// The offset of the last poll that named one.
    package private(set) var confirmed = 0
    package var administrators: Set<Int> = []

    private var updates: [(id: Int, json: String)] = []
    private var lastUpdate = 100
    private var lastMessage = 0
    private var read = 0
    private var files: [String: File] = [:]
    private var faults: [String: [(status: Int, body: String)]] = [:]
    private var poll: CheckedContinuation<Void, Never>?
    private var readers: [CheckedContinuation<Void, Never>] = []
    private var isOver = false

    /// Serves for as long as `body` runs; its second argument is the address to give to the bot.
    package static func running<Result: Sendable>(
        _ body: @Sendable (FakeTelegram, String) async throws -> Result
    ) async throws -> Result {
        let fake = FakeTelegram()
        let server = HTTPServer(
            // All tests share two cores: what takes the server long is no fault of the bot, and a poll that ends with
            // an error after the usual 15 seconds makes a bot wait on a clock that nobody moves.
            address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 3_600, logger: .disabled,
            handler: ClosureHTTPHandler { try await fake.answer($0) })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await server.run() }
            // Longer than a busy machine needs: a test must not fail for that.
            try await server.waitUntilListening(timeout: 60)
            guard case .ip4(_, let port)? = await server.listeningAddress else {
                throw SocketError.unsupportedAddress
            }
            defer { group.cancelAll() }
            do {
                let result = try await body(fake, "http://127.0.0.1:\(port)")
                await fake.hangUp()
                return result
            } catch {
                await fake.hangUp()
                throw error
            }
        }
    }

    // MARK: People

    /// Says something, in private unless a group is named, at the time at which a `SteppedClock` begins.
    /// - Returns: the message's id.
    @discardableResult
    package func say(
        _ text: String, from person: Person, in chat: Int? = nil, topic: Int? = nil,
        replyingTo answered: Sent? = nil, at date: Date = SteppedClock.start
    ) -> Int {
        let place = Self.place(chat ?? person.id)
        let thread = topic.map { #","message_thread_id":\#($0),"is_topic_message":true"# } ?? ""
        let reply = answered.map { #","reply_to_message":\#(Self.quote($0))"# } ?? ""
        return deliverMessage(
            """
            "date":\(Int(date.timeIntervalSince1970)),"from":\(Self.user(person)),"chat":\(place),\
            "text":\(Self.quoted(text))\(thread)\(reply)
            """)
    }

    /// A message, written as JSON members without its id.
    /// - Returns: its id.
    package func deliverMessage(_ members: String) -> Int {
        lastMessage += 1
        deliver(#""message":{"message_id":\#(lastMessage),\#(members)}"#)
        return lastMessage
    }

    /// - Returns: what `getFile` is to be asked for.
    package func keep(_ file: File) -> String {
        files["F\(files.count)"] = file
        return "F\(files.count - 1)"
    }

    package func press(_ data: String, of message: Sent, from person: Person) {
        deliver(
            """
            "callback_query":{"id":"press\(lastUpdate + 1)","from":\(Self.user(person)),\
            "message":{"message_id":\(message.id),"date":0,"chat":\(Self.place(message.chat))},\
            "data":\(Self.quoted(data))}
            """)
    }

    /// Any update, written as JSON members without the `update_id`.
    package func deliver(_ members: String) {
        lastUpdate += 1
        updates.append((lastUpdate, #"{"update_id":\#(lastUpdate),\#(members)}"#))
        wakePoll()
    }

    /// No fault that was asked for happens any more.
    package func mend() { faults = [:] }

    package func setAdministrators(_ ids: Set<Int>) { administrators = ids }

    // MARK: What the bot did

    /// The next message of the bot's that the test has not read yet; waits for it.
    package func nextMessage() async -> Sent {
        while read >= sent.count {
            await withCheckedContinuation { readers.append($0) }
        }
        read += 1
        return sent[read - 1]
    }

    /// The next calls of `method` are answered so, each fault once; nothing is executed.
    package func fail(_ method: String, status: Int, body: String, times: Int = 1) {
        faults[method, default: []] += Array(repeating: (status, body), count: times)
        // A poll that brings nothing early makes a bot wait before the next one.
        if method == "getUpdates" { wakePoll() }
    }
}

extension FakeTelegram {
    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let parts = request.path.split(separator: "/")
        if parts.count == 4, parts[0] == "file", parts[1] == "bot" + Self.token {
            guard let file = files[String(parts[3])] else {
                return HTTPResponse(statusCode: .notFound)
            }
            return HTTPResponse(statusCode: .ok, body: Data(file.bytes))
        }
        guard parts.count == 2, parts[0] == "bot" + Self.token else {
            return Self.refusal(401, "Unauthorized")
        }
        let body = try await request.bodyData
        let method = String(parts[1])
        if method == "sendDocument", faults[method]?.isEmpty ?? true {
            return send(Form(body, contentType: request.headers[.contentType]))
        }
        let isForm = method == "sendDocument"
        let call =
            try isForm
            ? Call() : JSONDecoder().decode(Call.self, from: body.isEmpty ? Data("{}".utf8) : body)
        if method == "getUpdates" { await waitForNews(call) }
        if let fault = faults[method]?.first {
            faults[method]?.removeFirst()
            return HTTPResponse(
                statusCode: HTTPStatusCode(fault.status, phrase: ""), body: Data(fault.body.utf8))
        }
        switch method {
        case "getMe":
            return Self.result(
                #"{"id":4242,"is_bot":true,"first_name":"Bot","username":"cohort_test_bot"}"#)
        case "getUpdates":
            return Self.result("[\(updates.prefix(100).map(\.json).joined(separator: ","))]")
        case "sendMessage": return send(call)
        case "editMessageText": return edit(call)
        case "getFile": return file(call.file_id ?? "")
        case "sendChatAction": typing.append(call.chat_id ?? 0)
        case "answerCallbackQuery": answeredPresses.append(call.callback_query_id ?? "")
        case "getChatAdministrators":
            let list = administrators.sorted().map {
                #"{"status":"administrator","user":{"id":\#($0)}}"#
            }
            return Self.result("[\(list.joined(separator: ","))]")
        case "getMyCommands": return Self.result("[]")
        case "setMyCommands":
            menus[call.scope?.type ?? "default"] = call.commands?.map(\.command) ?? []
        default: return Self.refusal(404, "Not Found")
        }
        return Self.result("true")
    }

    private func send(_ call: Call) -> HTTPResponse {
        guard let message = Sent(call, id: lastMessage + 1) else {
            return Self.refusal(400, "Bad Request: message text is empty")
        }
        guard message.text.utf16.count <= 4_096 else {
            return Self.refusal(400, "Bad Request: message is too long")
        }
        return put(message)
    }

    private func send(_ form: Form?) -> HTTPResponse {
        guard let form, let file = form.file, !file.bytes.isEmpty, let chat = form.fields["chat_id"]
        else { return Self.refusal(400, "Bad Request: file must be non-empty") }
        guard form.fields["caption"]?.utf16.count ?? 0 <= 1_024 else {
            return Self.refusal(400, "Bad Request: message caption is too long")
        }
        _ = keep(file)
        return put(
            Sent(
                id: lastMessage + 1, chat: Int(chat) ?? 0,
                topic: form.fields["message_thread_id"].flatMap { Int($0) },
                text: form.fields["caption"] ?? "", replyTo: nil, forcesReply: false, buttons: [],
                entities: [], file: file))
    }

    private func put(_ message: Sent) -> HTTPResponse {
        lastMessage = message.id
        sent.append(message)
        for reader in readers { reader.resume() }
        readers = []
        return Self.result(
            #"{"message_id":\#(message.id),"date":1,"chat":\#(Self.place(message.chat))}"#)
    }

    private func edit(_ call: Call) -> HTTPResponse {
        guard let id = call.message_id, let message = Sent(call, id: id),
            sent.contains(where: { $0.id == id && $0.chat == message.chat })
        else { return Self.refusal(400, "Bad Request: message to edit not found") }
        edits.append(message)
        return Self.result(#"{"message_id":\#(id),"date":1,"chat":\#(Self.place(message.chat))}"#)
    }

    private func file(_ id: String) -> HTTPResponse {
        guard let file = files[id] else { return Self.refusal(400, "Bad Request: wrong file_id") }
        guard file.bytes.count <= 20 << 20 else {
            return Self.refusal(400, "Bad Request: file is too big")
        }
        return Self.result(
            #"{"file_id":"\#(id)","file_path":"documents/\#(id)","file_size":\#(file.bytes.count)}"#
        )
    }

    /// Confirms, then returns once there is something to deliver.
    private func waitForNews(_ call: Call) async {
        if let offset = call.offset {
            confirmed = max(confirmed, offset)
            updates.removeAll { $0.id < offset }
        }
        wakePoll()
        guard updates.isEmpty, call.timeout ?? 0 > 0, faults["getUpdates"]?.isEmpty ?? true, !isOver
        else { return }
        await withCheckedContinuation { poll = $0 }
    }

    private func wakePoll() {
        poll?.resume()
        poll = nil
    }

    private func hangUp() {
        isOver = true
        wakePoll()
    }

    private static func result(_ json: String) -> HTTPResponse {
        HTTPResponse(statusCode: .ok, body: Data(#"{"ok":true,"result":\#(json)}"#.utf8))
    }

    private static func refusal(_ code: Int, _ words: String) -> HTTPResponse {
        let body = #"{"ok":false,"error_code":\#(code),"description":"\#(words)"}"#
        return HTTPResponse(statusCode: HTTPStatusCode(code, phrase: ""), body: Data(body.utf8))
    }

    static func user(_ person: Person) -> String {
        #"{"id":\#(person.id),"is_bot":false,"first_name":\#(quoted(person.name))}"#
    }

    private static func quote(_ sent: Sent) -> String {
        #"{"message_id":\#(sent.id),"date":1,"from":{"id":4242,"is_bot":true,"first_name":"Bot"},"#
            + #""chat":\#(place(sent.chat)),"text":\#(quoted(sent.text))}"#
    }

    static func place(_ chat: Int) -> String {
        chat > 0
            ? #"{"id":\#(chat),"type":"private"}"#
            : #"{"id":\#(chat),"type":"supergroup","title":"Study group"}"#
    }

    static func quoted(_ text: String) -> String {
        let json = try? JSONEncoder().encode([text])
        return json.map { String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) } ?? "\"\""
    }

    /// The members of every method's body, under Telegram's names.
    fileprivate struct Call: Decodable {
        struct Entity: Decodable { var type: String }
        struct Markup: Decodable {
            var inline_keyboard: [[Key]]?
            var force_reply: Bool?
        }
        struct Key: Decodable { var callback_data: String }
        struct Reply: Decodable { var message_id: Int }
        struct Command: Decodable { var command: String }
        struct Scope: Decodable { var type: String }

        var offset, timeout, chat_id, message_id, message_thread_id: Int?
        var text, callback_query_id, file_id: String?
        var entities: [Entity]?
        var reply_markup: Markup?
        var reply_parameters: Reply?
        var commands: [Command]?
        var scope: Scope?
    }
}

extension FakeTelegram.Sent {
    /// Nil where there is no text.
    fileprivate init?(_ call: FakeTelegram.Call, id: Int) {
        guard let chat = call.chat_id, let text = call.text, !text.isEmpty else { return nil }
        let buttons = call.reply_markup?.inline_keyboard ?? []
        self.init(
            id: id, chat: chat, topic: call.message_thread_id, text: text,
            replyTo: call.reply_parameters?.message_id,
            forcesReply: call.reply_markup?.force_reply ?? false,
            buttons: buttons.map { $0.map(\.callback_data) },
            entities: call.entities?.map(\.type) ?? [])
    }
}
