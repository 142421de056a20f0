import Testing

@testable import Console

@Suite struct ConsoleLineTests {
    @Test(
        "a line is a word of the console, a number or a message",
        arguments: [
            ("", ConsoleLine.nothing), ("  \t", .nothing), ("/as emma", .speak(as: "emma")),
            ("/AS  emma ", .speak(as: "emma")), ("/as", .speak(as: nil)),
            ("/in main", .go(to: "main")),
            ("/skip 3 days", .skip("3 days")), ("/skip", .skip("")), ("/quit", .quit),
            ("/buttons", .showButtons), ("1", .number(1, text: "1")),
            (" 12 ", .number(12, text: " 12 ")),
            ("1 apple", .message("1 apple")), ("-1", .message("-1")), ("+1", .message("+1")),
            ("1000", .message("1000")), ("/asleep", .message("/asleep")),
            ("/inside x", .message("/inside x")),
            (" hi ", .message(" hi ")), ("\0", .message("\0")),
        ])
    func table(line: String, meaning: ConsoleLine) {
        #expect(ConsoleLine(line, isScript: true) == meaning)
        #expect(ConsoleLine(line, isScript: false) == meaning)
    }

    @Test("a number sign begins a comment in a script alone")
    func comment() {
        #expect(ConsoleLine("# hello", isScript: true) == .nothing)
        #expect(ConsoleLine("# hello", isScript: false) == .message("# hello"))
    }

    @Test(
        "a member's name before a colon says who speaks, and where",
        arguments: [
            ("lila: /deadline list", "lila", nil, "/deadline list"),
            (" Lila:hi", "Lila", nil, "hi"), ("lila@private: a: b", "lila", "private", "a: b"),
            ("lila@: x", "lila", "", "x"), ("emma:", "emma", nil, ""),
        ] as [(String, String, String?, String)])
    func prefix(line: String, speaker: String, room: String?, rest: String) throws {
        let prefix = try #require(SpeakerPrefix(line, among: ConsoleTrial.cast.members))
        #expect(prefix.speaker == speaker)
        #expect(prefix.room == room)
        #expect(prefix.rest == rest)
    }

    @Test(
        "other words before a colon are part of the message",
        arguments: [
            "note: x", "https://x", "lila", ": x", "@lila: x", "lila x: y", "",
        ])
    func noPrefix(line: String) {
        #expect(SpeakerPrefix(line, among: ConsoleTrial.cast.members) == nil)
    }
}
