import Chat
import Testing

@testable import Console

@Suite struct ButtonBoardTests {
    private let room = RoomAddress(.console, "main")
    private let lila = Account(.console, "lila")

    private func message(_ buttons: [Button], asks: Account? = nil) -> Message {
        Message(room: room, text: "x", buttons: buttons.map { [$0] }, asks: asks)
    }

    @Test("the last message with buttons has them, and each room its own")
    func last() {
        var board = ButtonBoard()
        board.take(message([Button("A", "a"), Button("B", "b")]), id: "1")
        board.take(message([]), id: "2")
        #expect(board.press(2, in: room).map { [$0.message, $0.data] } == ["1", "b"])
        #expect(board.press(0, in: room) == nil)
        #expect(board.press(3, in: room) == nil)
        #expect(board.press(1, in: RoomAddress(.console, "@lila")) == nil)
        board.take(message([Button("C", "c")]), id: "3")
        #expect(board.press(1, in: room).map { [$0.message, $0.data] } == ["3", "c"])
    }

    @Test("a question without buttons takes them away: a number then is its answer")
    func question() {
        var board = ButtonBoard()
        board.take(message([Button("Undo", "/undo x")]), id: "1")
        board.take(message([], asks: lila), id: "2")
        #expect(board.press(1, in: room) == nil)
        #expect(board.answered(by: Account(.console, "emma"), in: room) == nil)
        #expect(board.answered(by: lila, in: room)?.message == "2")
        #expect(board.answered(by: lila, in: room) == nil)
    }
}
