import Chat
import Foundation
import Testing

@testable import CohortBot

@Suite("What became of messages")
struct HandledMessagesTests {
    private func incoming(_ content: Content, message: String? = "5") -> Incoming {
        Incoming(
            cause: Cause("telegram", "1"), sender: Sender(Account(.telegram, "11"), name: "Lila"),
            room: RoomAddress(.telegram, "11"), place: .private, content: content,
            message: message, sentAt: Date(timeIntervalSince1970: 0))
    }

    @Test("the correction of a message without effect is a first try")
    func corrected() {
        var handled = HandledMessages()
        handled.note(incoming(.text("/pnig")), hadEffect: false)
        #expect(handled.judge(incoming(.edited("/ping"))) == .firstTry)
    }

    @Test("one that was carried out is refused once, and is never carried out again")
    func carriedOut() {
        var handled = HandledMessages()
        handled.note(incoming(.text("/remind in 3 h tea")), hadEffect: true)
        #expect(handled.judge(incoming(.edited("/remind in 4 h tea"))) == .tooLate)
        #expect(handled.judge(incoming(.edited("/remind in 5 h tea"))) == .noNews)
    }

    @Test("what nobody remembers counts as carried out")
    func forgotten() {
        var handled = HandledMessages()
        #expect(handled.judge(incoming(.edited("/ping"))) == .tooLate)
        #expect(handled.judge(incoming(.edited("/help"))) == .noNews)
    }

    @Test("an edit with the same words is no news")
    func same() {
        var handled = HandledMessages()
        handled.note(incoming(.text("/ping")), hadEffect: false)
        #expect(handled.judge(incoming(.edited("/ping"))) == .noNews)
    }

    @Test("memory holds the last thousands and no more")
    func bounded() {
        var handled = HandledMessages()
        for id in 0..<9_000 {
            handled.note(incoming(.text("x"), message: "\(id)"), hadEffect: false)
        }
        #expect(handled.judge(incoming(.edited("y"), message: "8999")) == .firstTry)
        #expect(handled.judge(incoming(.edited("y"), message: "0")) == .tooLate)
    }
}
