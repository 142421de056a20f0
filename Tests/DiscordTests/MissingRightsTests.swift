import Testing

@testable import Discord

@Suite struct MissingRightsTests {
    private static let all: UInt64 = 0x40_0001_CC00

    private static func guild(_ everyone: UInt64, _ own: UInt64 = 0) -> JSON {
        [
            "id": "2", "name": "study", "owner_id": "99",
            "roles": [
                ["id": "2", "name": "@everyone", "permissions": .string(String(everyone))],
                [
                    "id": "3", "name": "cohort", "managed": true,
                    "permissions": .string(String(own)),
                ],
                ["id": "8", "name": "boss", "permissions": "8"],
            ],
        ]
    }

    private static func channel(_ name: String, _ type: JSON = 0, _ overwrites: JSON = []) -> JSON {
        ["id": "5", "name": .string(name), "type": type, "permission_overwrites": overwrites]
    }

    private static func deny(_ bits: UInt64, _ id: JSON = "3", _ type: JSON = 0) -> JSON {
        ["id": id, "type": type, "deny": .string(String(bits)), "allow": "0"]
    }

    private func lines(
        _ guild: JSON, _ channels: [JSON], roles: JSON = ["3"], bot: String = "4"
    ) -> [String] {
        MissingRights(guild: guild, channels: channels, member: ["roles": roles], bot: bot).lines
    }

    @Test("nothing is said where nothing is missing, nor to whoever may do everything")
    func fine() {
        #expect(lines(Self.guild(Self.all), [Self.channel("a")]).isEmpty)
        #expect(lines(Self.guild(0, Self.all), [Self.channel("a")]).isEmpty)
        let closed = [Self.channel("a", 0, [Self.deny(.max)])]
        #expect(lines(Self.guild(0), closed, roles: ["8"]).isEmpty)
        #expect(lines(Self.guild(0), closed, bot: "99").isEmpty)
    }

    @Test("what is missing everywhere is said once, with the role to change")
    func everywhere() {
        let found = lines(
            Self.guild(Self.all & ~(1 << 15 | 1 << 38)), [Self.channel("a"), Self.channel("b")])
        #expect(
            found == [
                "server study: the bot may not Attach Files, Send Messages in Threads: Server Settings, Roles, cohort, Permissions"
            ])
    }

    @Test("what a channel takes away is said of the channel; voice and categories do not count")
    func channels() {
        let readOnly: JSON = [Self.deny(1 << 11)]
        let found = lines(
            Self.guild(Self.all),
            [
                Self.channel("ok"), Self.channel("news", 5, readOnly),
                Self.channel("b", 0, readOnly),
                Self.channel("voice", 2, readOnly), Self.channel("secret", 0, [Self.deny(1 << 10)]),
            ])
        #expect(
            found == [
                "server study: not allowed in #news, #b: Send Messages: Edit Channel, Permissions, the bot's role",
                "server study: the bot does not see #secret; where it shall work: Edit Channel, Permissions, add the bot's role, View Channel",
            ])
    }

    @Test("an overwrite for one's own roles wins over one for all, and one's own over both")
    func order() {
        let closed = Self.deny(1 << 10, "2")
        let opened: JSON = ["id": "3", "type": 0, "deny": "0", "allow": "1024"]
        #expect(lines(Self.guild(Self.all), [Self.channel("a", 0, [opened, closed])]).isEmpty)
        let own = Self.deny(1 << 11, "4", 1)
        #expect(
            lines(Self.guild(Self.all), [Self.channel("a", 0, [own, closed, opened])]).count == 1)
        #expect(
            lines(Self.guild(Self.all), [Self.channel("a", 0, [Self.deny(1, "77", 1)])]).isEmpty)
    }

    @Test("many channels are named up to five")
    func many() {
        let hidden: JSON = [Self.deny(1 << 10)]
        let found = lines(
            Self.guild(Self.all), (1...8).map { Self.channel("c\($0)", 0, hidden) })
        #expect(found.first?.contains("#c1, #c2, #c3, #c4, #c5 and 3 more") == true)
    }
}
