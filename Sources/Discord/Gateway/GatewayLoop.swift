import Chat
import FoundationEssentials

/// The gateway at work: carries out what `GatewayState` decides, and tells it what happens.
///
/// One task decides; connections, reading, writing and waiting are tasks of their own beside it, so that nothing keeps a
/// heartbeat from its time.
struct GatewayLoop {
    enum Event: Sendable {
        case opened(Int, WebSocketConnection)
        case unreachable(Int, status: Int)
        case received(Int, GatewayPayload?)
        case closed(Int, code: UInt16?)
        case alarm(at: Double)
        /// How many new sessions Discord says are left, and for how many seconds.
        case left(sessions: Int, resetAfter: Double)
        /// The effects of everything up to this event of a session are safe.
        case safe(session: String, sequence: Int, newest: String?)
    }

    /// One connection's outgoing messages, in order.
    private struct Line {
        let connection: WebSocketConnection
        let frames: AsyncStream<Outgoing>.Continuation
    }

    enum Outgoing: Sendable {
        case text([UInt8])
        case close(UInt16)
    }

    let api: DiscordAPI
    let store: (any GatewayStore)?
    let clock: any WallClock
    let chance: @Sendable () -> Double
    let masks: @Sendable () -> UInt32
    private var state: GatewayState
    private var number = 0
    private var line: Line?
    private var armed = Double.infinity
    private var safe: (session: String, sequence: Int)?
    /// The newest message whose effects are safe.
    private(set) var newest: String?
    /// The private chats that the last process knew.
    let knownRooms: [String]
    private let privateRooms: @Sendable () async -> [String]
    private var savedAt = -Double.infinity
    private let events: AsyncStream<Event>
    let happens: AsyncStream<Event>.Continuation

    /// Seconds between two records of how far events are safe.
    private static let savingInterval = 10.0

    init(
        _ api: DiscordAPI, token: DiscordToken, intents: Intents, store: (any GatewayStore)?,
        clock: any WallClock, chance: @escaping @Sendable () -> Double,
        privateRooms: @escaping @Sendable () async -> [String]
    ) async {
        self.privateRooms = privateRooms
        self.api = api
        self.store = store
        self.clock = clock
        self.chance = chance
        masks = { UInt32(chance().clamped * 4_294_967_295) }
        let record = await store?.load()
        safe = record?.session.map { ($0.id, $0.sequence) }
        newest = record?.newest
        knownRooms = record?.privateRooms ?? []
        state = GatewayState(
            token: token, intents: intents, record: record,
            at: clock.now().timeIntervalSince1970)
        (events, happens) = AsyncStream.makeStream()
    }

    private var now: Double { clock.now().timeIntervalSince1970 }

    /// Hears until cancelled.
    ///
    /// `hear` is called for each event in order and must not wait long. `note` is told how it goes.
    /// - Throws: `DiscordRefused`.
    mutating func run(
        hear: (GatewayEvent, _ session: String) async -> Void,
        note: (GatewayState.Note) async -> Void
    ) async throws {
        let reason = await withDiscardingTaskGroup { group in
            let reason = await work(&group, hear, note)
            line?.frames.finish()
            group.cancelAll()
            return reason
        }
        await save()
        if let reason { throw DiscordRefused(reason: reason, tokenEnd: api.token.end) }
    }

    private mutating func work(
        _ group: inout DiscardingTaskGroup, _ hear: (GatewayEvent, String) async -> Void,
        _ note: (GatewayState.Note) async -> Void
    ) async -> DiscordRefused.Reason? {
        arm(&group)
        for await event in events {
            for step in steps(after: event) {
                switch step {
                case .connect(let address): connect(address, &group)
                case .send(let text): line?.frames.yield(.text(text))
                case .disconnect(let code):
                    line?.frames.yield(.close(code))
                    hangUp()
                case .event(let event):
                    let session = state.session?.id ?? ""
                    if event.name == "READY" { safe = (session, event.sequence) }
                    await hear(event, session)
                case .note(let what): await note(what)
                case .save: await save()
                case .stop(let reason): return reason
                }
            }
            if case .opened(let number, let connection) = event, number == self.number {
                open(connection, &group)
            }
            arm(&group)
        }
        return nil
    }

    private mutating func steps(after event: Event) -> [GatewayState.Step] {
        switch event {
        case .opened(number, _): state.opened(at: now)
        case .unreachable(number, let status):
            return status == 401
                ? [.stop(.token)] : state.failed(at: now, chance: chance())
        case .received(number, let payload):
            return state.received(payload, at: now, chance: chance())
        case .closed(number, let code):
            hangUp()
            return state.closed(code: code, at: now, chance: chance())
        case .alarm(let moment):
            if armed == moment { armed = .infinity }
            return state.alarm(at: now, chance: chance())
        case .safe(let session, let sequence, let message):
            safe = (session, sequence)
            newest = message ?? newest
            return now - savedAt >= Self.savingInterval ? [.save] : []
        case .left(let sessions, let seconds):
            state.budget.note(remaining: sessions, resetAfter: seconds, at: now)
        // Of a connection that was given up meanwhile.
        case .opened(_, let connection): connection.drop()
        case .unreachable, .received, .closed: break
        }
        return []
    }

    // MARK: Connections

    private mutating func connect(_ known: GatewayAddress?, _ group: inout DiscardingTaskGroup) {
        hangUp()
        number += 1
        group.addTask { [api, masks, happens, number] in
            var status = 0
            do {
                var address = known
                if address == nil { address = try await api.gatewayAddress(&status, happens) }
                if let address {
                    let connection = try await WebSocketConnection.open(
                        address, over: api.transport, chance: masks)
                    happens.yield(.opened(number, connection))
                    return
                }
            } catch {
                // Told below; the next connection may do better.
            }
            happens.yield(.unreachable(number, status: status))
        }
    }

    private mutating func open(
        _ connection: WebSocketConnection, _ group: inout DiscardingTaskGroup
    ) {
        let (frames, continuation) = AsyncStream.makeStream(of: Outgoing.self)
        line = Line(connection: connection, frames: continuation)
        group.addTask { [happens, number] in
            let code = await connection.listen { text in
                happens.yield(.received(number, GatewayPayload(text)))
            }
            happens.yield(.closed(number, code: code))
        }
        group.addTask {
            for await frame in frames {
                switch frame {
                case .text(let text):
                    // A connection that takes nothing more ends for its reader too.
                    if (try? await connection.send(text)) == nil {
                        return await connection.close(1001)
                    }
                case .close(let code): return await connection.close(code)
                }
            }
        }
    }

    /// From now on nothing of the open connection is heard.
    private mutating func hangUp() {
        line?.frames.finish()
        line = nil
        number += 1
    }

    // MARK: Time and the record

    private mutating func arm(_ group: inout DiscardingTaskGroup) {
        guard let next = state.nextAlarm, next < armed else { return }
        armed = next
        group.addTask { [clock, happens] in
            try? await clock.sleep(until: Date(timeIntervalSince1970: next))
            happens.yield(.alarm(at: next))
        }
    }

    private mutating func save() async {
        savedAt = now
        var record = state.record
        // What was told but is not safe yet shall be told again to the next process.
        if let safe, record.session?.id == safe.session {
            record.session?.sequence = safe.sequence
        }
        record.newest = newest
        record.privateRooms = await privateRooms()
        await store?.save(record)
    }
}

extension Double {
    fileprivate var clamped: Double { Swift.min(Swift.max(self, 0), 1) }
}

extension DiscordAPI {
    /// Asks where the gateway is; nil, with the status, where nobody says.
    fileprivate func gatewayAddress(
        _ status: inout Int, _ happens: AsyncStream<GatewayLoop.Event>.Continuation
    ) async throws -> GatewayAddress? {
        switch try await call(.gateway, as: .init(patience: 30, tries: 2)) {
        case .ok(let json):
            if let limit = json["session_start_limit"], let left = limit["remaining"]?.int {
                let reset = (limit["reset_after"]?.double ?? 0) / 1_000
                happens.yield(.left(sessions: left, resetAfter: reset))
            }
            return json["url"]?.string.flatMap { GatewayAddress($0) }
        case .refusal(let refusal): status = refusal.status
        case .halted(.refused): status = 401
        case .held, .halted, .unreadable, .failed: break
        }
        return nil
    }
}
