import Chat
import CurlHTTP
import FoundationEssentials
import Logging

/// The interactions that can still be answered, and their answering: never two requests for one of them at a time.
actor Interactions {
    private struct Entry {
        var state: OpenInteraction
        var isBusy = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// What was given before a form opened.
        var given: [String: String] = [:]
        /// The message that the gateway showed as this interaction's answer.
        var shown: String?
    }

    /// So many are kept before the first look for those that are over.
    private static let fewest = 200

    private let api: DiscordAPI
    private let clock: any WallClock
    private let logger: Logger
    private var entries: [String: Entry] = [:]
    /// When so many are kept, those that are over go: at twice what was left the last time, so that each is looked at
    /// about once.
    private var sweepsAt = fewest
    private(set) var late = 0
    var count: Int { entries.count }

    init(_ api: DiscordAPI, clock: any WallClock, logger: Logger) {
        self.api = api
        self.clock = clock
        self.logger = logger
    }

    private var now: Double { clock.now().timeIntervalSince1970 }

    /// Takes over one that has just come, so many seconds old.
    /// - Returns: false where it is known already.
    func open(_ interaction: Interaction, age: Double) -> Bool {
        let now = now
        if entries.count >= sweepsAt {
            entries = entries.filter { !$0.value.state.isOver(at: now) || $0.value.isBusy }
            sweepsAt = max(Self.fewest, 2 * entries.count)
        }
        guard entries[interaction.id] == nil else { return false }
        entries[interaction.id] = Entry(state: OpenInteraction(interaction, began: now - age))
        return true
    }

    /// Keeps Discord's deadlines for one interaction, whatever the rest of the bot is busy with.
    func tend(_ id: String, isPrivate: Bool) async {
        guard let acknowledge = entries[id]?.state.acknowledge,
            await slept(until: acknowledge), await claim(id)
        else { return }
        // An answer may have been under way until now; once it is too late Discord takes no acknowledgement either.
        if let state = entries[id]?.state, state.way(isPrivate: isPrivate, at: now) == .first {
            await acknowledgeNow(id, isPrivate: isPrivate)
        }
        release(id)
        guard let began = entries[id]?.state.began, entries[id]?.state.isEmpty == true,
            await slept(until: began + OpenInteraction.emptied), await claim(id)
        else { return }
        if let state = entries[id]?.state, state.isEmpty {
            entries[id]?.state.refused()
            logger.warning("discord.unanswered", metadata: ["age": "\(milliseconds(state)) ms"])
            let route = DiscordRoute.original(
                .delete, app: state.interaction.application, token: state.interaction.token)
            _ = try? await api.call(route, as: .again)
        }
        release(id)
    }

    /// Sends a message as an interaction's answer, a file under its last part.
    /// - Returns: nil where it, or its rest from part `next` on, has to go another way.
    func answer(
        _ id: String, _ body: MessageBody, with file: Multipart.Part? = nil, key: String,
        isPrivate: Bool
    ) async -> (result: SendResult?, next: Int) {
        await answer(id, body, with: file, key: key) { part, file in
            await send(part(isPrivate), with: file, of: id, isPrivate: isPrivate)
        }
    }

    /// Sends what the channel does not take, and an interaction that was answered does, as further messages.
    ///
    /// Discord overlooks a nonce there, so that a lost answer may double one: never the first way to go.
    /// - Returns: nil where there is no such way.
    func follow(
        _ id: String, _ body: MessageBody, with file: Multipart.Part? = nil, key: String
    ) async -> SendResult? {
        await answer(id, body, with: file, key: key) { part, file in
            guard let state = entries[id]?.state, state.way(isPrivate: false, at: now) == .further
            else { return nil }
            return await further(part(false), with: file, of: state)
        }.result
    }

    private func answer(
        _ id: String, _ body: MessageBody, with file: Multipart.Part?, key: String,
        _ send: (_ part: (_ isPrivate: Bool) -> JSON, Multipart.Part?) async -> SendResult?
    ) async -> (result: SendResult?, next: Int) {
        guard await claim(id) else { return (nil, 0) }
        defer { release(id) }
        var next = min(entries[id]?.state.firstPart(of: key) ?? 0, max(body.count - 1, 0))
        var result: SendResult?
        while next < body.count {
            let index = next
            result = await send(
                { body.answer(index, isPrivate: $0) }, index == body.count - 1 ? file : nil)
            guard case .sent? = result else { break }
            next += 1
            entries[id]?.state.sent(next, of: body.count, key: key)
        }
        return (result, next)
    }

    /// Answers at once with something that is no message: suggestions, a form.
    func respond(_ id: String, _ response: JSON, given: [String: String] = [:]) async {
        guard await claim(id), entries[id]?.state.stage == .open else { return release(id) }
        entries[id]?.given = given
        if await first(id, response) == nil { entries[id]?.state.refused() }
        // A form's answer comes with a new interaction, suggestions have none.
        if entries[id]?.state.stage == .answered { entries[id]?.state.refused() }
        release(id)
    }

    /// The gateway shows a message as an interaction's answer: however its request ended, it is out.
    func shown(_ message: String, answering id: String) { entries[id]?.shown = message }

    /// What was given before the form opened that this interaction's id belongs to.
    func given(beforeForm id: String) -> [String: String] {
        entries[String(id.drop { $0 != "|" }.dropFirst())]?.given ?? [:]
    }

    /// The oldest question of a person's in their private chat that nobody answered yet.
    func unanswered(inPrivateChatOf user: String) -> String? {
        let now = now
        return entries.values.map(\.state).filter { state in
            state.interaction.place.isPrivate && state.interaction.sender.account.id == user
                && state.interaction.wantsAnswer && !state.isOver(at: now)
                && state.stage != .answered
        }.min { $0.began < $1.began }?.interaction.id
    }

    // MARK: One request at a time

    private func claim(_ id: String) async -> Bool {
        while entries[id]?.isBusy == true {
            await withCheckedContinuation { entries[id]?.waiting.append($0) }
        }
        guard entries[id] != nil else { return false }
        entries[id]?.isBusy = true
        return true
    }

    private func release(_ id: String) {
        entries[id]?.isBusy = false
        let waiting = entries[id]?.waiting ?? []
        entries[id]?.waiting = []
        for waiter in waiting { waiter.resume() }
    }

    private func slept(until moment: Double) async -> Bool {
        (try? await clock.sleep(until: Date(timeIntervalSince1970: moment))) != nil
    }

    // MARK: Requests

    private func acknowledgeNow(_ id: String, isPrivate: Bool) async {
        guard let interaction = entries[id]?.state.interaction else { return }
        let response: JSON =
            interaction.isPress
            ? ["type": 6] : ["type": 5, "data": .object(isPrivate ? ["flags": 64] : [:])]
        if await first(id, response) != nil {
            entries[id]?.state.acknowledged(isPrivate: isPrivate)
        }
    }

    private func send(
        _ body: JSON, with file: Multipart.Part?, of id: String, isPrivate: Bool
    ) async -> SendResult? {
        guard let state = entries[id]?.state else { return nil }
        let (app, token) = (state.interaction.application, state.interaction.token)
        var way = state.way(isPrivate: isPrivate, at: now)
        if way == .first, let file, file.count > Self.quick {
            await acknowledgeNow(id, isPrivate: isPrivate)
            way = entries[id]?.state.way(isPrivate: isPrivate, at: now) ?? .elsewhere
        }
        switch way {
        case .first: return await first(id, ["type": 4, "data": body], with: file)
        case .fill:
            guard
                let result = await call(
                    .original(.patch, app: app, token: token), body, with: file, id,
                    file == nil ? .again : .upload)
            else { return nil }
            if case .sent = result { entries[id]?.state.answered() }
            return result
        // What all may see goes to the channel, where its nonce counts: a lost answer doubles nothing.
        case .further: return isPrivate ? await further(body, with: file, of: state) : nil
        case .elsewhere:
            if state.stage != .over { tell("discord.late", state) }
            return nil
        }
    }

    private func further(
        _ body: JSON, with file: Multipart.Part?, of state: OpenInteraction
    ) async -> SendResult? {
        let interaction = state.interaction
        return await call(
            .followUp(app: interaction.application, token: interaction.token), body, with: file,
            interaction.id, file == nil ? .prompt : .upload)
    }

    /// The first response; whether it is known to be out decides everything that follows.
    /// - Returns: nil where Discord no longer wants it.
    private func first(
        _ id: String, _ response: JSON, with file: Multipart.Part? = nil
    ) async -> SendResult? {
        guard let state = entries[id]?.state else { return nil }
        let interaction = state.interaction
        let route = DiscordRoute.callback(interaction.id, token: interaction.token)
        var answer: DiscordAnswer?
        for attempt in 1...Self.tries {
            let end = attempt == 1 ? Self.hangs : Self.waits
            answer = try? await api.call(
                route, query: "?with_response=true", response, with: file,
                as: .init(patience: 2, total: .seconds(max(0.5, end - state.age(at: now)))))
            let lost = LostResponse(answer, of: response)
            guard attempt < Self.tries, lost != .final else { break }
            let wait = lost == .refused || lost == .hanging ? 0 : 0.25 * Double(attempt)
            guard (try? await clock.sleep(seconds: wait)) != nil else { return .uncertain }
            if let message = entries[id]?.shown {
                answer = .ok(Self.resource(message))
            } else if lost == .hidden {
                answer = await taken(interaction) ?? answer
            }
            if case .ok? = answer { break }
            // Too late for another try: Discord would count it as a fault.
            guard state.age(at: now) <= OpenInteraction.firstAnswer else { break }
        }
        if let message = entries[id]?.shown { answer = .ok(Self.resource(message)) }
        return result(of: answer, state)
    }

    /// So many bytes of a file go up within a second from anywhere; for more, time is asked for first.
    private static let quick = 256 << 10
    /// Three seconds leave room for so many.
    private static let tries = 4
    /// Seconds after which a first try that is still under way hangs: late enough for a slow one, and early enough for
    /// another on a new connection.
    private static let hangs = 2.4
    /// Seconds after which an interaction is surely over, whatever becomes of a response that is under way.
    private static let waits = 3.5

    /// Asks for the message of a response whose fate nobody knows; a second response would be a fault.
    /// - Returns: nil where the response was never taken.
    private func taken(_ interaction: Interaction) async -> DiscordAnswer? {
        let route = DiscordRoute.original(
            .get, app: interaction.application, token: interaction.token)
        switch try? await api.call(route, as: .init(patience: 1, total: .seconds(2), tries: 2)) {
        case .ok(let message)?:
            guard let id = message["id"]?.string else { return .ok(.null) }
            return .ok(Self.resource(id))
        // A form has been opened and left no message.
        case .refusal(let refusal)? where refusal.code == 10008: return .ok(.null)
        default: return nil
        }
    }

    private static func resource(_ message: String) -> JSON {
        ["resource": ["message": ["id": .string(message)]]]
    }

    private func result(of answer: DiscordAnswer?, _ state: OpenInteraction) -> SendResult? {
        let id = state.interaction.id
        switch answer {
        case .ok(let json):
            entries[id]?.state.answered()
            return .sent(id: json["resource"]?["message"]?["id"]?.string)
        // Somebody was first: an earlier try whose answer was lost.
        case .refusal(let refusal) where refusal.code == 40060:
            entries[id]?.state.answered()
            return .sent(id: nil)
        // The words were wrong, not the way.
        case .refusal(let refusal) where refusal.code == 50035 || refusal.code == 50006:
            return SendResult(.refusal(refusal))
        case .refusal(let refusal) where refusal.status < 500 && refusal.status != 429:
            // 10062 says that it came too late; whatever else was wrong, this way is closed.
            if refusal.code == 10062 { tell("discord.late", state) }
            entries[id]?.state.refused()
            return nil
        case .refusal, .unreadable, .failed, .held, .halted, nil:
            guard state.age(at: now) <= OpenInteraction.firstAnswer else { return nil }
            return answer.map { SendResult($0) } ?? .uncertain
        }
    }

    private func call(
        _ route: DiscordRoute, _ body: JSON, with file: Multipart.Part?, _ id: String,
        _ manner: DiscordAPI.Manner
    ) async -> SendResult? {
        let query = route.method == .post ? "?wait=true" : ""
        guard let answer = try? await api.call(route, query: query, body, with: file, as: manner)
        else {
            return .uncertain
        }
        switch answer {
        // The token has run out, or nothing is there any more.
        case .refusal(let refusal) where [10015, 50027, 10008].contains(refusal.code):
            entries[id]?.state.refused()
            return nil
        default: return SendResult(answer)
        }
    }

    private func tell(_ what: Logger.Message, _ state: OpenInteraction) {
        late += 1
        logger.warning(what, metadata: ["age": "\(milliseconds(state)) ms"])
    }

    private func milliseconds(_ state: OpenInteraction) -> Int {
        Int(state.age(at: now) * 1_000)
    }
}
