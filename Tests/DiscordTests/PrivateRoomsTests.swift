import Testing

@testable import Discord

@Suite struct PrivateRoomsTests {
    @Test("those that were used last are kept, in the order of their use")
    func order() {
        var rooms = PrivateRooms(["1", "2", "3"])
        rooms.note("1")
        #expect(rooms.list == ["2", "3", "1"])
        rooms.forget("3")
        #expect(PrivateRooms(rooms.list).list == ["2", "1"])
    }

    @Test("however many there are, a thousand are kept")
    func most() {
        let all = (0..<5_000).map(String.init)
        #expect(PrivateRooms(all).list == Array(all.suffix(1_000)))
    }
}
