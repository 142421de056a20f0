import Chat
import Testing

@testable import Console

@Suite struct ConsoleCastTests {
    private let cast = ConsoleTrial.cast

    @Test("members and rooms are found by name in any case", arguments: ["lila", "LILA"])
    func members(name: String) {
        #expect(cast.member(name)?.account == Account(.console, "lila"))
    }

    @Test("every room has an address, and every address its room")
    func rooms() throws {
        let emma = try #require(cast.member("emma"))
        let main = try #require(cast.room("Main", for: emma))
        let own = try #require(cast.room("private", for: emma))
        #expect(main.address == RoomAddress(.console, "main"))
        #expect(own.address == RoomAddress(.console, "@emma"))
        #expect(cast.room(at: main.address) == main)
        #expect(cast.room(at: own.address) == own)
        #expect(cast.room(at: RoomAddress(.console, "@zoe")) == nil)
        #expect([main.heading, own.heading] == ["main", "private to emma"])
    }
}
