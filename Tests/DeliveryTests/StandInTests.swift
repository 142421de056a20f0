import Chat
import Testing

@testable import Delivery

@Suite("Stand-in")
struct StandInTests {
    @Test("only a person with a room to be called in has one")
    func whoHasOne() {
        #expect(StandIn(for: OutboxTrial.message("a")) == nil)
        #expect(StandIn(for: OutboxTrial.message("a", person: "p1")) == nil)
        #expect(
            StandIn(for: OutboxTrial.message("a", person: "p1", fallback: "telegram:-1")) != nil)
    }

    @Test("it says that something waits, never what")
    func saysNothing() throws {
        let owed = OutboxTrial.message("secret", person: "p1", fallback: "telegram:-1")
        let message = try #require(StandIn(for: owed)).message(for: owed)
        #expect(message.outgoing.phrase == Phrase(StandIn.key))
        #expect(message.outgoing.to == .room(RoomAddress(.telegram, "-1")))
        #expect(message.outgoing.reader == PersonID(rawValue: "p1"))
        #expect(message.outgoing.buttons.isEmpty)
        #expect(!message.isDurable)
    }
}
