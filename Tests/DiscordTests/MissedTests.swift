import Testing

@testable import Discord

@Suite struct MissedTests {
    /// 28 November 2026, 12:00 UTC.
    private static let now = 1_795_867_200.0
    private static let ready: JSON = ["guilds": [["id": "2"]]]

    private static func guild(_ id: String, last: Double) -> JSON {
        let channel: [String: JSON] = ["last_message_id": .string(Snowflake.id(at: last))]
        func made(_ id: String, _ type: JSON) -> JSON {
            .object(channel.merging(["id": .string(id), "type": type]) { $1 })
        }
        return [
            "id": .string(id), "channels": [made("5", 0), made("6", 2), ["id": "7", "type": 0]],
            "threads": [made("8", 11)],
        ]
    }

    @Test("the first session of all has missed nothing")
    func first() {
        var missed = Missed(since: nil)
        #expect(missed.take("READY", Self.ready).isEmpty)
        #expect(missed.take("GUILD_CREATE", Self.guild("2", last: Self.now)).isEmpty)
        #expect(missed.newest == Snowflake.id(at: Self.now))
    }

    @Test("a new session asks the rooms that hold something newer, and each server once")
    func later() {
        var missed = Missed(since: Snowflake.id(at: Self.now - 100))
        #expect(missed.take("READY", Self.ready, private: ["91", "90"]) == ["90", "91"])
        let news = Self.guild("2", last: Self.now - 50)
        #expect(missed.take("GUILD_CREATE", news) == ["5", "8"])
        #expect(missed.take("GUILD_CREATE", news).isEmpty)
        #expect(missed.take("GUILD_CREATE", Self.guild("3", last: Self.now)).isEmpty)
    }

    @Test("nothing is asked where nothing is newer, and nothing older than a day")
    func bounds() {
        var missed = Missed(since: Snowflake.id(at: Self.now - 100))
        _ = missed.take("READY", Self.ready)
        #expect(missed.take("GUILD_CREATE", Self.guild("2", last: Self.now - 100)).isEmpty)
        missed = Missed(since: "5")
        _ = missed.take("READY", Self.ready)
        #expect(missed.after == Snowflake.id(at: Self.now - 86_400))
    }

    @Test("each message that is heard moves the mark forward, never back")
    func newest() {
        var missed = Missed(since: "70")
        _ = missed.take("MESSAGE_CREATE", ["id": "90"])
        _ = missed.take("MESSAGE_CREATE", ["id": "80"])
        #expect(missed.newest == "90")
    }
}

extension Missed {
    fileprivate mutating func take(_ name: String, _ data: JSON, private rooms: [String] = [])
        -> [String]
    {
        channels(
            after: GatewayEvent(name: name, data: data, sequence: 1, isReplay: false),
            private: rooms, at: 1_795_867_200)
    }
}
