import Chat
import Commands
import Testing

@Suite struct MadeFileTests {
    private let file = MadeFile(name: "due.ics", mediaType: "text/calendar", bytes: [1, 2])

    @Test("a decision's file goes with its last message once it is kept")
    func naming() throws {
        let room = Destination.room(CommandsTestScene.room)
        let decision = Decision(messages: [
            Outgoing(to: room, Phrase("a")), Outgoing(to: room, Phrase("b")),
        ]).sending(file)
        #expect(decision.naming([:]) == nil)
        let kept = file.kept(as: "ab")
        #expect(
            kept == KeptFile(digest: "ab", name: "due.ics", mediaType: "text/calendar", size: 2))
        let whole = try #require(decision.naming([file: kept]))
        #expect(whole.messages.map(\.file) == [nil, kept])
        #expect(whole.files.isEmpty)
        #expect(Decision().sending(file).files.isEmpty, "no message, no file")
        let both = Decision(messages: [Outgoing(to: room, Phrase("c"))]).followed(by: decision)
        #expect(both.messages.map(\.phrase.key) == ["c", "a", "b"])
        #expect(both.naming([file: kept])?.messages.map(\.file) == [nil, nil, kept])
    }
}
