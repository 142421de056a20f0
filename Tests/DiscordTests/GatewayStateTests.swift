import Testing

@testable import Discord

@Suite struct GatewayStateTests {
    /// A gateway on a stepped clock, and what it did.
    private struct Trial {
        var state: GatewayState
        var now = 1_000.0
        var chance = 0.5

        init(_ record: GatewayRecord? = nil, intents: Intents = .all) throws {
            let token = try #require(DiscordToken("MTA.Fake.token_1"))
            state = GatewayState(token: token, intents: intents, record: record, at: now)
        }

        mutating func alarm(_ seconds: Double = 0) -> [GatewayState.Step] {
            now += seconds
            return state.alarm(at: now, chance: chance)
        }

        mutating func hear(
            _ operation: GatewayPayload.Operation?, _ data: JSON = nil, _ sequence: Int? = nil,
            _ name: String? = nil
        ) -> [GatewayState.Step] {
            let payload = GatewayPayload(operation, data, sequence: sequence, name: name)
            return state.received(payload, at: now, chance: chance)
        }

        mutating func close(_ code: UInt16?) -> [GatewayState.Step] {
            state.closed(code: code, at: now, chance: chance)
        }

        mutating func hello(interval: Int64 = 40_000) -> [GatewayState.Step] {
            state.opened(at: now)
            return hear(.hello, ["heartbeat_interval": .int(interval)])
        }

        /// From nothing to a session whose last event is number 1.
        mutating func ready() {
            _ = alarm()
            _ = hello()
            _ = hear(.dispatch, Self.ready, 1, "READY")
        }

        static let ready: JSON = [
            "session_id": "s1", "resume_gateway_url": "wss://resume.discord.gg",
        ]

        /// Everything that was asked to be sent: operations and data.
        static func sent(_ steps: [GatewayState.Step]) -> [JSON] {
            steps.compactMap { step in
                if case .send(let bytes) = step { JSONReader.read(bytes) } else { nil }
            }
        }

        static func operations(_ steps: [GatewayState.Step]) -> [Int] {
            sent(steps).compactMap { $0["op"]?.int }
        }

        var waits: Double? {
            if case .waiting(let until) = state.phase { until - now } else { nil }
        }
    }

    @Test("a new session: connect, HELLO, IDENTIFY, READY")
    func identifies() throws {
        var trial = try Trial()
        #expect(trial.alarm() == [.connect(nil)])
        let steps = trial.hello()
        let identify = try #require(Trial.sent(steps).first)
        #expect(identify["op"]?.int == 2 && identify["d"]?["token"]?.string == "MTA.Fake.token_1")
        #expect(identify["d"]?["intents"]?.int == Intents.all.rawValue)
        #expect(steps.contains(.save))
        let ready = trial.hear(.dispatch, Trial.ready, 1, "READY")
        #expect(ready.contains(.note(.ready(resumed: false))))
        #expect(trial.state.session?.id == "s1" && trial.state.session?.sequence == 1)
    }

    @Test("a session of the last process is taken up where its events are safe")
    func resumesAfterRestart() throws {
        let session = GatewayRecord.Session(
            id: "old", resumeURL: "wss://resume.discord.gg", sequence: 41, seen: 900)
        var trial = try Trial(GatewayRecord(session: session))
        #expect(trial.alarm() == [.connect(GatewayAddress("wss://resume.discord.gg"))])
        let resume = try #require(Trial.sent(trial.hello()).first)
        #expect(resume["op"]?.int == 6 && resume["d"]?["session_id"]?.string == "old")
        #expect(resume["d"]?["seq"]?.int == 41)
        let missed = trial.hear(.dispatch, ["id": "5"], 42, "MESSAGE_CREATE")
        #expect(
            missed == [
                .event(
                    GatewayEvent(
                        name: "MESSAGE_CREATE", data: ["id": "5"], sequence: 42, isReplay: true))
            ])
        #expect(trial.hear(.dispatch, nil, 43, "RESUMED").first == .note(.ready(resumed: true)))
    }

    @Test("a session that Discord has surely forgotten is not asked for")
    func forgotten() throws {
        let session = GatewayRecord.Session(
            id: "old", resumeURL: "wss://resume.discord.gg", sequence: 41, seen: 1)
        var trial = try Trial(GatewayRecord(session: session))
        #expect(trial.alarm() == [.connect(nil)])
    }

    @Test("heartbeats begin at a random part of the interval and carry the last number")
    func heartbeats() throws {
        var trial = try Trial()
        trial.ready()
        #expect(trial.state.nextAlarm == 1_020)
        #expect(Trial.operations(trial.alarm(19.9)) == [])
        let beat = Trial.sent(trial.alarm(0.1))
        #expect(beat == [["op": 1, "d": 1]])
        _ = trial.hear(.heartbeatAcknowledged)
        #expect(trial.state.nextAlarm == 1_060)
        #expect(Trial.sent(trial.hear(.heartbeat)) == [["op": 1, "d": 1]])
    }

    @Test("a dead connection is found within two intervals of its death, whatever trickles in")
    func watchdog() throws {
        var trial = try Trial()
        trial.ready()
        _ = trial.alarm(20)
        _ = trial.hear(.heartbeatAcknowledged)
        // It dies here.
        let death = trial.now
        _ = trial.alarm(40)
        _ = trial.hear(.dispatch, ["id": "9"], 2, "TYPING_START")
        let steps = trial.alarm(40)
        #expect(steps == [.note(.dead), .disconnect(code: 4000)])
        #expect(trial.now - death <= 80)
        #expect(try #require(trial.waits) < 0.1)
        #expect(
            trial.alarm(1) == [.connect(GatewayAddress("wss://resume.discord.gg"))])
    }

    @Test("silence instead of HELLO or READY is not waited for without end")
    func patience() throws {
        var trial = try Trial()
        _ = trial.alarm()
        trial.state.opened(at: trial.now)
        #expect(trial.alarm(20) == [.note(.dead), .disconnect(code: 4000)])
        var other = try Trial()
        _ = other.alarm()
        _ = other.hello(interval: 1_000_000)
        #expect(other.alarm(20) == [.note(.dead), .disconnect(code: 4000)])
    }

    @Test("op 7 leads to the resume address at once")
    func reconnect() throws {
        var trial = try Trial()
        trial.ready()
        #expect(
            trial.hear(.reconnect) == [.note(.askedToReconnect), .disconnect(code: 4000)])
        #expect(try #require(trial.waits) <= 0.05)
        #expect(trial.alarm(0.05) == [.connect(GatewayAddress("wss://resume.discord.gg"))])
        #expect(Trial.operations(trial.hello()) == [6])
    }

    @Test("op 9 keeps a session that may be resumed, and else begins one after one to five seconds")
    func invalidSession() throws {
        var trial = try Trial()
        trial.ready()
        #expect(trial.hear(.invalidSession, true).contains(.disconnect(code: 4000)))
        #expect(trial.state.session != nil)
        var other = try Trial()
        other.ready()
        other.now += 100
        #expect(other.hear(.invalidSession, false) == [.note(.sessionInvalid), .save])
        #expect(other.state.session == nil)
        #expect(Trial.operations(other.alarm(2.9)).contains(2) == false)
        #expect(Trial.operations(other.alarm(0.1)).contains(2))
    }

    enum AfterClose: Equatable, Sendable { case resumes, begins, stops, degrades }

    @Test(
        "each close code leads to what it means",
        arguments: [
            (UInt16?.none, AfterClose.resumes), (1000, .resumes), (1001, .resumes),
            (1005, .resumes),
            (4000, .resumes), (4001, .resumes), (4002, .resumes), (4003, .resumes), (4004, .stops),
            (4005, .resumes), (4007, .begins), (4008, .resumes), (4009, .begins), (4010, .stops),
            (4011, .stops), (4012, .stops), (4013, .degrades), (4014, .degrades), (4999, .resumes),
        ])
    func closeCodes(code: UInt16?, outcome: AfterClose) throws {
        var trial = try Trial()
        trial.ready()
        let steps = trial.close(code)
        let stops = steps.contains { if case .stop = $0 { true } else { false } }
        #expect(stops == (outcome == .stops))
        #expect((trial.state.session != nil) == (outcome == .resumes))
        #expect(steps.contains(.note(.withoutContent)) == (outcome == .degrades))
        #expect(trial.state.intents.contains(.messageContent) == (outcome != .degrades))
        guard outcome != .stops else { return #expect(trial.state.nextAlarm == nil) }
        let address = GatewayAddress("wss://resume.discord.gg")
        #expect(trial.alarm(1) == [.connect(outcome == .resumes ? address : nil)])
        if outcome == .degrades {
            _ = trial.hello()
            #expect(trial.close(4014).contains(.stop(.configuration(code: 4014))))
        }
    }

    @Test("an event told twice, by number, is heard once; an unknown operation is left alone")
    func repeats() throws {
        var trial = try Trial()
        trial.ready()
        #expect(trial.hear(.dispatch, ["id": "1"], 2, "MESSAGE_CREATE").count == 1)
        #expect(trial.hear(.dispatch, ["id": "1"], 2, "MESSAGE_CREATE") == [])
        #expect(trial.hear(nil, ["hello": "future"]) == [])
        #expect(trial.hear(.dispatch, nil, nil, nil) == [])
    }

    @Test("what is no message of the gateway's ends the connection, and the session goes on")
    func malformed() throws {
        var trial = try Trial()
        trial.ready()
        let now = trial.now
        let steps = trial.state.received(nil, at: now, chance: 0)
        #expect(steps == [.note(.malformed), .disconnect(code: 4000)])
        #expect(trial.state.session != nil)
    }

    @Test(
        "connections that cannot be made are tried ever more rarely, and at last without the session"
    )
    func unreachable() throws {
        var trial = try Trial()
        trial.ready()
        _ = trial.close(nil)
        var waits: [Double] = []
        for _ in 0..<8 {
            _ = trial.alarm(100)
            _ = trial.state.failed(at: trial.now, chance: 0.99)
            waits.append(try #require(trial.waits))
        }
        #expect(waits.dropLast().elementsEqual(waits.dropLast().sorted()))
        #expect(waits[0] < 1.01 && waits[7] > 30 && waits[7] <= 60)
        #expect(trial.state.session == nil)
    }

    @Test("losses now and then cost nothing, losses in a row cost ever more")
    func pace() throws {
        var pace = ReconnectPace()
        let waits = (0..<14).map { _ in pace.waitAfterLoss(chance: 0.5) }
        #expect(waits.prefix(10).allSatisfy { $0 < 0.5 })
        #expect(waits.suffix(4) == [0.75, 1.5, 3, 6])
        pace.stood(for: 10)
        #expect(pace.waitAfterLoss(chance: 0.5) < 0.5)
        #expect(pace.waitAfterLoss(chance: 0.5) == 0.75)
    }

    @Test(
        "no new session is asked for within five seconds of the last, nor beyond the day's budget")
    func budget() throws {
        var trial = try Trial(GatewayRecord(identifications: [998]))
        _ = trial.alarm()
        #expect(Trial.operations(trial.hello()) == [])
        #expect(Trial.operations(trial.alarm(3.3)) == [2])
        var spent = try Trial(
            GatewayRecord(identifications: (0..<500).map { 500 + Double($0) / 10 }))
        _ = spent.alarm()
        #expect(Trial.operations(spent.hello()) == [])
        #expect(spent.state.phase == .identifying(at: 500 + 86_400))
    }
}
