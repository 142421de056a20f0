import Chat
import Logging
import Support
import Testing

@testable import Discord

@Suite struct InteractionsTests {
    @Test("what Discord takes no answer for any more is forgotten, and only that")
    func forgets() async throws {
        let clock = SteppedClock()
        let token = try #require(DiscordToken(FakeDiscord.token))
        let made = DiscordAPI(
            base: "http://127.0.0.1:9/api", token: token, transport: ScriptedDiscord(),
            clock: clock, chance: { 0 }, halted: { _ in })
        let interactions = Interactions(
            try #require(made), clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        var interaction = OpenInteractionTests.interaction()
        // Two thousand a quarter of an hour, four times.
        for number in 0..<8_000 {
            if number.isMultiple(of: 2_000), number > 0 {
                clock.advance(by: OpenInteraction.lasts + 1)
            }
            interaction.id = "\(number)"
            #expect(await interactions.open(interaction, age: 0))
            let young = number % 2_000 + 1
            #expect(await interactions.count >= young)
        }
        #expect(await interactions.count <= 4_000)
        #expect(await !interactions.open(interaction, age: 0))
    }
}
