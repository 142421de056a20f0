import Chat
import Testing

@Suite("What was done")
struct IncomingTests {
    @Test("can be told in the words that somebody would have typed")
    func words() {
        #expect(Content.text("/ping").words == "/ping")
        #expect(
            Content.command("deadline add", fields: ["when": "today", "title": "Quiz"]).words
                == "/deadline add Quiz today")
        #expect(Content.press("=0").words == nil && Content.botAdded.words == nil)
    }
}
