/// The gateway's next step as a value: what to send, when to reconnect, when to stop.
///
/// Everything comes in through its methods, with the time in seconds since 1970; what is to be done comes out as steps.
/// Its state belongs to one bot, not to a connection, so no limit is forgotten when a connection is lost.
struct GatewayState: Sendable {
    enum Step: Hashable, Sendable {
        /// Ask `GET /gateway/bot` for the address, unless one is given, and connect.
        case connect(GatewayAddress?)
        case send([UInt8])
        /// Close with this code; nothing of the old connection is to be told any more.
        case disconnect(code: UInt16)
        case event(GatewayEvent)
        case note(Note)
        /// The budget or the session changed in a way that should survive a crash.
        case save
        case stop(DiscordRefused.Reason)
    }

    /// What happened, for the log and the health page.
    enum Note: Hashable, Sendable {
        case alive
        case ready(resumed: Bool)
        case lost(code: UInt16?)
        case dead
        case askedToReconnect
        case sessionInvalid
        case withoutContent
        case unreachable
        case waiting(seconds: Double)
        case malformed
    }

    enum Phase: Hashable, Sendable {
        /// No connection; the next at `at`.
        case waiting(until: Double)
        case connecting
        case opened
        /// HELLO came; a new session waits for its turn.
        case identifying(at: Double)
        case starting
        case resuming
        case ready(since: Double)
        case stopped
    }

    /// Seconds for HELLO, and for READY or RESUMED; a replay may be long but goes on telling.
    static let patience = 20.0
    /// Seconds after which Discord has surely forgotten a session that nobody took up.
    private static let forgotten = 600.0
    private static let mostFailures = 5

    private(set) var phase: Phase
    var budget: IdentifyBudget
    private(set) var session: GatewayRecord.Session?
    private let token: DiscordToken
    private(set) var intents: Intents
    private var pace = ReconnectPace()
    /// Connections in a row that could not be made.
    private var failures = 0
    private var heart = Heartbeat()
    private var sends = SendWindow()
    private var waiting: [[UInt8]] = []
    /// When the phase began, for its patience.
    private var since: Double

    init(token: DiscordToken, intents: Intents, record: GatewayRecord?, at now: Double) {
        self.token = token
        self.intents = intents
        budget = IdentifyBudget(record?.identifications ?? [])
        session = record?.session
        phase = .waiting(until: now)
        since = now
    }

    /// The last event told, for a record.
    var record: GatewayRecord {
        GatewayRecord(identifications: budget.moments, session: session)
    }

    /// The next moment at which `alarm` has something to do.
    var nextAlarm: Double? {
        let own: Double?
        switch phase {
        case .waiting(let until): own = until
        case .identifying(let at): own = at
        case .opened, .starting, .resuming: own = since + Self.patience
        case .connecting, .ready, .stopped: own = nil
        }
        let queued = waiting.isEmpty ? nil : sends.opens
        return [own, isOpen ? heart.next : nil, queued].compactMap { $0 }.min()
    }

    private var isOpen: Bool {
        switch phase {
        case .opened, .identifying, .starting, .resuming, .ready: true
        case .waiting, .connecting, .stopped: false
        }
    }

    // MARK: What happens

    mutating func opened(at now: Double) {
        (phase, since, failures) = (.opened, now, 0)
        (heart, sends, waiting) = (Heartbeat(), SendWindow(), [])
    }

    /// No connection could be made.
    mutating func failed(at now: Double, chance: Double) -> [Step] {
        failures += 1
        // The address to resume at may be all that is gone.
        if failures > Self.mostFailures { session = nil }
        return [.note(.unreachable)] + wait(pace.waitAfterFailure(chance: chance), at: now)
    }

    mutating func closed(code: UInt16?, at now: Double, chance: Double) -> [Step] {
        guard isOpen else { return [] }
        var steps: [Step] = [.note(.lost(code: code))]
        switch code {
        case 4004: return stop(.token)
        case 4010, 4011, 4012: return stop(.configuration(code: code ?? 0))
        case 4013, 4014:
            // Slash commands work without what was refused; a bot without `!command` is better than none.
            guard !intents.isDisjoint(with: .privileged) else {
                return stop(.configuration(code: code ?? 0))
            }
            intents.subtract(.privileged)
            session = nil
            steps.append(.note(.withoutContent))
        case 4007, 4009: session = nil
        default: break
        }
        return steps + wait(at: now, chance: chance)
    }

    mutating func received(_ payload: GatewayPayload?, at now: Double, chance: Double) -> [Step] {
        guard isOpen else { return [] }
        // The same words again would bring the same answer; a new connection may not.
        guard let payload else {
            return [.note(.malformed)] + leave(at: now, chance: chance)
        }
        switch payload.operation {
        case .hello: return hello(payload.data, at: now, chance: chance)
        case .heartbeat: return [beat(at: now)]
        case .heartbeatAcknowledged:
            heart.acknowledged()
            session?.seen = now
            return [.note(.alive)]
        case .reconnect:
            return [.note(.askedToReconnect)] + leave(at: now, chance: chance)
        case .invalidSession:
            if payload.data.bool == true {
                return [.note(.sessionInvalid)] + leave(at: now, chance: chance)
            }
            session = nil
            // Discord asks for one to five seconds; the connection stays good for a new session.
            phase = .identifying(at: max(budget.opens(from: now), now + 1 + 4 * chance))
            return [.note(.sessionInvalid), .save]
        case .dispatch: return dispatch(payload, at: now)
        case .identify, .resume, nil: return []
        }
    }

    mutating func alarm(at now: Double, chance: Double) -> [Step] {
        var steps: [Step] = []
        switch phase {
        case .waiting(let until) where until <= now: return connect(at: now)
        case .opened, .starting, .resuming:
            guard now < since + Self.patience else {
                return [.note(.dead)] + leave(at: now, chance: chance)
            }
        case .identifying(let at) where at <= now: steps += identify(at: now)
        default: break
        }
        guard isOpen else { return steps }
        if let next = heart.next, next <= now {
            guard !heart.isUnanswered else {
                return steps + [.note(.dead)] + leave(at: now, chance: chance)
            }
            steps.append(beat(at: now))
        }
        while !waiting.isEmpty, sends.take(at: now) { steps.append(.send(waiting.removeFirst())) }
        return steps
    }

    // MARK: Steps

    private mutating func connect(at now: Double) -> [Step] {
        (phase, since) = (.connecting, now)
        if let seen = session?.seen, now - seen > Self.forgotten { session = nil }
        return [.connect(session.flatMap { GatewayAddress($0.resumeURL) })]
    }

    /// Gives the connection up and comes back; any code but 1000 and 1001 keeps the session.
    private mutating func leave(at now: Double, chance: Double) -> [Step] {
        [.disconnect(code: 4000)] + wait(at: now, chance: chance)
    }

    private mutating func wait(at now: Double, chance: Double) -> [Step] {
        if case .ready(let since) = phase { pace.stood(for: now - since) }
        return wait(pace.waitAfterLoss(chance: chance), at: now)
    }

    private mutating func wait(_ seconds: Double, at now: Double) -> [Step] {
        phase = .waiting(until: now + seconds)
        return seconds < 1 ? [] : [.note(.waiting(seconds: seconds))]
    }

    private mutating func stop(_ reason: DiscordRefused.Reason) -> [Step] {
        phase = .stopped
        session = nil
        return [.save, .stop(reason)]
    }

    private mutating func hello(_ data: JSON, at now: Double, chance: Double) -> [Step] {
        guard phase == .opened else { return [] }
        let interval = data["heartbeat_interval"]?.double ?? 0
        guard interval >= 1 else { return leave(at: now, chance: chance) }
        heart.begin(interval: interval / 1_000, at: now, chance: chance)
        guard let session else {
            phase = .identifying(at: budget.opens(from: now))
            return alarm(at: now, chance: chance)
        }
        (phase, since) = (.resuming, now)
        return send(
            .resume,
            [
                "token": .string(token.bare), "session_id": .string(session.id),
                "seq": .int(session.sequence),
            ], at: now)
    }

    private mutating func identify(at now: Double) -> [Step] {
        let opens = budget.opens(from: now)
        guard opens <= now else {
            phase = .identifying(at: opens)
            return opens - now < 60 ? [] : [.note(.waiting(seconds: opens - now))]
        }
        budget.take(at: now)
        (phase, since) = (.starting, now)
        return [.save]
            + send(
                .identify,
                [
                    "token": .string(token.bare), "intents": .int(intents.rawValue),
                    "properties": ["os": "linux", "browser": "CohortBot", "device": "CohortBot"],
                ], at: now)
    }

    private mutating func dispatch(_ payload: GatewayPayload, at now: Double) -> [Step] {
        guard let sequence = payload.sequence, let name = payload.name else { return [] }
        switch name {
        case "READY":
            guard let id = payload.data["session_id"]?.string else { return [.note(.malformed)] }
            let url = payload.data["resume_gateway_url"]?.string ?? ""
            session = .init(id: id, resumeURL: url, sequence: sequence, seen: now)
            phase = .ready(since: now)
            let event = GatewayEvent(
                name: name, data: payload.data, sequence: sequence, isReplay: false)
            return [.note(.ready(resumed: false)), .event(event), .save]
        case "RESUMED":
            phase = .ready(since: now)
            let last = session?.sequence ?? 0
            session?.sequence = max(last, sequence)
            session?.seen = now
            let event = GatewayEvent(
                name: name, data: payload.data, sequence: sequence, isReplay: false)
            return [.note(.ready(resumed: true)), .event(event)]
        default:
            // Told twice on one session: the first time it had this number too.
            guard let last = session?.sequence, sequence > last else { return [] }
            session?.sequence = sequence
            session?.seen = now
            // A long replay is no silence.
            since = now
            return [
                .event(
                    GatewayEvent(
                        name: name, data: payload.data, sequence: sequence,
                        isReplay: phase == .resuming))
            ]
        }
    }

    private mutating func beat(at now: Double) -> Step {
        heart.beat(at: now)
        // Heartbeats go first: they are counted, never held.
        _ = sends.take(at: now, isHeartbeat: true)
        let last: JSON = session.map { .int($0.sequence) } ?? .null
        return .send(Self.bytes(.heartbeat, last))
    }

    private mutating func send(
        _ operation: GatewayPayload.Operation, _ data: JSON, at now: Double
    ) -> [Step] {
        let bytes = Self.bytes(operation, data)
        guard waiting.isEmpty, sends.take(at: now) else {
            waiting.append(bytes)
            return []
        }
        return [.send(bytes)]
    }

    private static func bytes(_ operation: GatewayPayload.Operation, _ data: JSON) -> [UInt8] {
        JSON.object(["op": .int(operation.rawValue), "d": data]).bytes
    }
}
