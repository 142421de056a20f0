import Chat
import Testing

@Suite("Addresses")
struct RoomAddressTests {
    @Test(
        "are written and read alike",
        arguments: ["telegram:-100123", "telegram:-100123/17", "console:@lila", "console:main"])
    func roundTrip(text: String) throws {
        #expect(try #require(RoomAddress(text)).description == text)
    }

    @Test(
        "without a platform or a chat are none",
        arguments: ["", ":", "telegram:", ":5", "telegram", "telegram:/7"])
    func invalid(text: String) {
        #expect(RoomAddress(text) == nil)
    }

    @Test("know the chat that a topic is in")
    func wholeChat() {
        let topic = RoomAddress(.telegram, "-100", topic: "7")
        #expect(topic.wholeChat == RoomAddress(.telegram, "-100"))
    }
}
